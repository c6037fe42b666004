import type { Dialect } from './dialect.ts'

/** Everything the first release keeps. What the columns mean stands in db/schema.ts. */
export function foundation({ integer, text, table, withoutRowid }: Dialect): string[] {
  const id = `id ${text} not null primary key`
  const workspace = `workspace_id ${text} not null`
  const side = `side ${text} not null check (side in ('marketing', 'sales'))`
  const refersTo = (other: string) => `${text} not null references ${other} (id)`

  return [
    // workspaces
    `create table workspace (
      ${id},
      enterprise_id ${text} not null,
      team_id ${text} not null,
      name ${text} not null,
      bot_id ${text} not null,
      bot_user_id ${text} not null,
      installed_at ${integer} not null,
      unique (enterprise_id, team_id)
    )${table}`,

    `create table person (
      ${id},
      workspace_id ${refersTo('workspace')},
      slack_id ${text} not null,
      name ${text} not null,
      zone ${text} not null,
      language ${text} not null check (language in ('en', 'nl')),
      kind ${text} not null check (kind in ('member', 'guest', 'external', 'bot')),
      admin ${integer} not null check (admin in (0, 1)),
      deactivated_at ${integer},
      dm_channel_id ${text},
      learned_at ${integer} not null,
      unique (workspace_id, slack_id)
    )${table}`,

    `create table absence (
      ${id},
      ${workspace},
      person_id ${refersTo('person')},
      from_date ${text} not null,
      until_date ${text},
      created_at ${integer} not null,
      ended_at ${integer},
      check (until_date >= from_date)
    )${table}`,
    'create index absence_person on absence (person_id) where ended_at is null',

    // partnerships
    `create table partnership (
      ${id},
      workspace_id ${refersTo('workspace')},
      name ${text} not null,
      marketing_channel_id ${text} not null,
      sales_channel_id ${text} not null,
      shared_channel_id ${text} not null,
      language ${text} not null check (language in ('en', 'nl')),
      zone ${text} not null,
      working_days ${text} not null,
      work_start ${text} not null,
      work_end ${text} not null,
      holiday_country ${text} not null,
      created_at ${integer} not null,
      created_by ${text} not null,
      changed_at ${integer} not null
    )${table}`,
    'create index partnership_workspace on partnership (workspace_id)',

    `create table day_off (
      ${workspace},
      partnership_id ${refersTo('partnership')},
      date ${text} not null,
      name ${text} not null,
      primary key (partnership_id, date)
    )${table}`,

    `create table membership (
      ${id},
      ${workspace},
      partnership_id ${refersTo('partnership')},
      person_id ${refersTo('person')},
      ${side},
      added_at ${integer} not null,
      removed_at ${integer}
    )${table}`,
    'create unique index membership_current on membership (partnership_id, person_id) where removed_at is null',
    'create index membership_person on membership (person_id) where removed_at is null',

    `create table partnership_role (
      ${workspace},
      partnership_id ${refersTo('partnership')},
      ${side},
      role ${text} not null check (role in ('team_lead', 'deputy', 'contact_person')),
      person_id ${refersTo('person')},
      since ${integer} not null,
      primary key (partnership_id, side, role)
    )${table}`,
    'create index partnership_role_person on partnership_role (person_id)',

    `create table setup_draft (
      ${workspace},
      person_id ${text} not null primary key references person (id),
      draft ${text} not null,
      updated_at ${integer} not null
    )${table}`,

    // platform: what recurs
    `create table schedule (
      ${id},
      ${workspace},
      kind ${text} not null,
      rule ${text} not null,
      status ${text} not null check (status in ('active', 'paused', 'ended')),
      rev ${integer} not null,
      next_slot ${text},
      next_due_at ${integer},
      tzdata ${text} not null,
      retry_at ${integer}
    )${table}`,
    `create index schedule_next on schedule (next_due_at) where status = 'active'`,

    `create table occurrence (
      ${id},
      ${workspace},
      schedule_id ${refersTo('schedule')},
      slot ${text} not null,
      due_at ${integer} not null,
      created_at ${integer} not null,
      skipped ${text},
      unique (schedule_id, slot)
    )${table}`,

    // check-ins
    `create table check_in (
      ${id},
      ${workspace},
      partnership_id ${refersTo('partnership')},
      schedule_id ${refersTo('schedule')} unique,
      template ${text} not null,
      name ${text} not null,
      channel_id ${text} not null,
      answer_hours ${integer} not null,
      created_at ${integer} not null,
      created_by ${text} not null
    )${table}`,
    'create index check_in_partnership on check_in (partnership_id)',

    `create table check_in_version (
      ${workspace},
      check_in_id ${refersTo('check_in')},
      version ${integer} not null,
      questions ${text} not null,
      made_at ${integer} not null,
      primary key (check_in_id, version)
    )${table}`,

    `create table check_in_opening (
      occurrence_id ${text} not null primary key references occurrence (id),
      ${workspace},
      check_in_id ${text} not null,
      version ${integer} not null,
      opened_at ${integer} not null,
      deadline_at ${integer} not null,
      foreign key (check_in_id, version) references check_in_version (check_in_id, version)
    )${table}`,
    'create index check_in_opening_check_in on check_in_opening (check_in_id, opened_at)',
    'create index check_in_opening_deadline on check_in_opening (deadline_at)',

    `create table check_in_asked (
      ${workspace},
      occurrence_id ${text} not null references check_in_opening (occurrence_id),
      person_id ${refersTo('person')},
      ${side},
      asked_at ${integer} not null,
      primary key (occurrence_id, person_id)
    )${table}`,
    'create index check_in_asked_person on check_in_asked (person_id)',

    `create table check_in_skip (
      ${workspace},
      occurrence_id ${text} not null references check_in_opening (occurrence_id),
      person_id ${refersTo('person')},
      skipped_at ${integer} not null,
      primary key (occurrence_id, person_id)
    )${table}`,

    `create table check_in_response (
      ${workspace},
      occurrence_id ${text} not null references check_in_opening (occurrence_id),
      person_id ${refersTo('person')},
      answered_at ${integer} not null,
      changed_at ${integer} not null,
      primary key (occurrence_id, person_id)
    )${table}`,
    'create index check_in_response_person on check_in_response (person_id)',

    `create table check_in_answer (
      ${workspace},
      occurrence_id ${text} not null,
      person_id ${text} not null,
      question ${text} not null,
      answer ${text} not null,
      primary key (occurrence_id, person_id, question),
      foreign key (occurrence_id, person_id) references check_in_response (occurrence_id, person_id)
    )${table}`,

    `create table check_in_closing (
      occurrence_id ${text} not null primary key references check_in_opening (occurrence_id),
      ${workspace},
      closed_at ${integer} not null,
      why ${text} not null check (why in ('deadline', 'everyone'))
    )${table}`,

    // actions
    `create table action (
      ${id},
      ${workspace},
      partnership_id ${refersTo('partnership')},
      text ${text} not null,
      owner_id ${text} references person (id),
      due_date ${text} not null,
      occurrence_id ${text},
      created_at ${integer} not null,
      created_by ${text} not null
    )${table}`,
    'create index action_partnership on action (partnership_id, due_date)',
    'create index action_owner on action (owner_id, due_date)',
    'create index action_occurrence on action (occurrence_id) where occurrence_id is not null',

    `create table action_move (
      ${id},
      ${workspace},
      action_id ${refersTo('action')},
      from_date ${text} not null,
      to_date ${text} not null,
      reason ${text} not null,
      moved_at ${integer} not null,
      moved_by ${text} not null
    )${table}`,
    'create index action_move_action on action_move (action_id, moved_at)',

    `create table action_end (
      action_id ${text} not null primary key references action (id),
      ${workspace},
      how ${text} not null check (how in ('done', 'cancelled')),
      reason ${text} not null,
      ended_at ${integer} not null,
      ended_by ${text} not null
    )${table}`,

    // platform: what goes out to Slack
    `create table delivery (
      ${id},
      ${workspace},
      cause ${text} not null,
      kind ${text} not null check (kind in ('post', 'reply', 'dm', 'update')),
      recipient ${text} not null,
      what ${text} not null,
      about ${text} not null,
      state ${text} not null check (state in (
        'due', 'leased', 'sending', 'unsure', 'checking', 'sent', 'skipped', 'failed', 'unknown')),
      parent_id ${text},
      due_at ${integer} not null,
      run_after ${integer} not null,
      lease_token ${text},
      lease_until ${integer},
      wire_at ${integer},
      attempts ${integer} not null,
      absent_looks ${integer} not null,
      payload ${text},
      again ${integer} not null default 0 check (again in (0, 1)),
      channel_id ${text},
      ts ${text},
      sent_at ${integer},
      reason ${text},
      created_at ${integer} not null,
      unique (cause, kind, recipient)
    )${table}`,
    // A claim names the states as literals: with bound parameters neither engine uses these two.
    `create index delivery_claim on delivery (run_after) where state in ('due', 'unsure')`,
    `create index delivery_lease on delivery (lease_until) where state in ('leased', 'sending', 'checking')`,
    'create index delivery_parent on delivery (parent_id) where parent_id is not null',

    `create table delivery_event (
      ${id},
      ${workspace},
      delivery_id ${refersTo('delivery')},
      at ${integer} not null,
      from_state ${text} not null,
      to_state ${text} not null,
      detail ${text} not null
    )${table}`,
    'create index delivery_event_delivery on delivery_event (delivery_id, at)',

    `create table gate (
      scope ${text} not null primary key,
      not_before ${integer} not null
    )${table}`,

    // platform: what comes in from Slack
    `create table inbox (
      key ${text} not null primary key,
      kind ${text} not null,
      body ${text},
      received_at ${integer} not null,
      done_at ${integer},
      attempts ${integer} not null,
      lease_until ${integer} not null
    )${withoutRowid}`,
    'create index inbox_open on inbox (lease_until) where done_at is null',
  ]
}
