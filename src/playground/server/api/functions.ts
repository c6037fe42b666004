import { isJson, type Json, parseJson } from '../../json.ts'
import { refuse, refuseArguments } from '../refusal.ts'
import type { Execution, Workspace } from '../workspace.ts'
import { type Method, text } from './method.ts'

const completing = ['function_execution_not_found', 'execution_not_in_running_state']

const completeSuccess: Method = {
  token: 'bot',
  scopes: [],
  needs: ['function_execution_id', 'outputs'],
  errors: [...completing, 'parameter_validation_failed'],
  run: (args, { workspace }) => {
    const execution = runningExecution(workspace, args)
    const given = typeof args.outputs === 'string' ? parseJson(args.outputs) : args.outputs
    const outputs = isJson(given) ? given : refuseArguments('must provide an object [json-pointer:/outputs]')
    const missing = execution.outputs.filter((name) => outputs[name] === undefined)
    if (missing.length)
      refuse('parameter_validation_failed', {
        response_metadata: { messages: missing.map((name) => `[ERROR] missing required field: ${name}`) },
      })
    return finish(workspace, args, execution, { outputs })
  },
}

const completeError: Method = {
  token: 'bot',
  scopes: [],
  needs: ['function_execution_id', 'error'],
  errors: completing,
  run: (args, { workspace }) =>
    finish(workspace, args, runningExecution(workspace, args), { error: text(args, 'error') }),
}

function runningExecution(workspace: Workspace, args: Json): Execution {
  const execution = workspace.executions.get(text(args, 'function_execution_id') ?? '')
  if (!execution) return refuse('function_execution_not_found')
  return execution.running ? execution : refuse('execution_not_in_running_state')
}

function finish(workspace: Workspace, args: Json, execution: Execution, result: Json): Json {
  workspace.executions.set(text(args, 'function_execution_id') ?? '', { ...execution, running: false, result })
  return {}
}

export const functionMethods: Record<string, Method> = {
  'functions.completeSuccess': completeSuccess,
  'functions.completeError': completeError,
}
