import type { Json } from '../../json.ts'
import { type Authorization, authorize } from '../oauth.ts'
import type { Execution } from '../workspace.ts'
import type { Desk } from './desk.ts'

export interface FunctionRun {
  callbackId: string
  inputs?: Json
  /** The outputs that the step must give. */
  outputs?: string[]
}

/** What happens to the app as a whole. */
export interface InstallingGrounds {
  /** For oauth.v2.access and apps.uninstall. */
  credentials(): { clientId: string; clientSecret: string }
  /** Somebody allows the app, or denies it: the address their browser is sent to, with a code or an error. */
  authorize(asked?: Authorization): URL
  /** Takes the app off the workspace; its token meets `error` from then on. */
  uninstall(error?: 'account_inactive' | 'token_revoked' | 'token_expired'): void
  /** A workflow runs a custom step of the app; its function_execution_id. */
  runFunction(run: FunctionRun): string
  execution(id: string): Execution | undefined
}

export function createInstallingGrounds({ workspace, office }: Desk): InstallingGrounds {
  return {
    credentials: () => {
      const { clientId, clientSecret } = workspace.bot
      return { clientId, clientSecret }
    },
    authorize: (asked) => authorize(workspace, asked),
    uninstall: (error = 'account_inactive') => {
      office.events.uninstalled()
      workspace.tokenError = error
    },
    runFunction: ({ callbackId, inputs = {}, outputs = [] }) => {
      const id = workspace.ids.next('Fx')
      workspace.executions.set(id, { outputs, running: true })
      office.events.functionExecuted({
        function: { id: workspace.ids.next('Fn'), callback_id: callbackId, type: 'app', app_id: workspace.bot.appId },
        inputs,
        function_execution_id: id,
        workflow_execution_id: workspace.ids.next('Wx'),
      })
      return id
    },
    execution: (id) => workspace.executions.get(id),
  }
}
