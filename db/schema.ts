/**
 * Every table, on one page. Instants are epoch milliseconds, dates are 'YYYY-MM-DD', wall times 'HH:mm', lists are JSON text
 * that is parsed with zod where it is read. Ids are UUIDs of version 7. Every row belongs to one workspace, but for those of
 * the inbox, which forgets them, of the gates, whose scope begins with it, and of restores, which concern them all.
 */
import type { Generated, Kysely, Transaction as KyselyTransaction } from 'kysely'

export type Db = Kysely<Schema>
/** Means "only inside a transaction": on SQLite the outer `db` would wait for itself for ever there. */
export type Transaction = KyselyTransaction<Schema>

export interface Schema {
  // workspaces
  workspace: WorkspaceTable
  person: PersonTable
  absence: AbsenceTable
  // partnerships
  partnership: PartnershipTable
  day_off: DayOffTable
  membership: MembershipTable
  partnership_role: PartnershipRoleTable
  setup_draft: SetupDraftTable
  partnership_part: PartnershipPartTable
  partnership_part_refusal: PartnershipPartRefusalTable
  contact_person: ContactPersonTable
  channel_move: ChannelMoveTable
  // check-ins
  check_in: CheckInTable
  check_in_version: CheckInVersionTable
  check_in_part: CheckInPartTable
  check_in_opening: CheckInOpeningTable
  check_in_asked: CheckInAskedTable
  check_in_skip: CheckInSkipTable
  check_in_response: CheckInResponseTable
  check_in_answer: CheckInAnswerTable
  check_in_closing: CheckInClosingTable
  check_in_facilitator: CheckInFacilitatorTable
  decision: DecisionTable
  decision_withdrawal: DecisionWithdrawalTable
  // actions
  action: ActionTable
  action_move: ActionMoveTable
  action_end: ActionEndTable
  action_handover: ActionHandoverTable
  action_reopening: ActionReopeningTable
  // key accounts
  account: AccountTable
  account_owner: AccountOwnerTable
  account_archiving: AccountArchivingTable
  account_note: AccountNoteTable
  account_discussion: AccountDiscussionTable
  account_next: AccountNextTable
  account_import: AccountImportTable
  // working agreements
  agreement: AgreementTable
  agreement_version: AgreementVersionTable
  agreement_consent: AgreementConsentTable
  agreement_outcome: AgreementOutcomeTable
  agreement_renewal: AgreementRenewalTable
  // shared goals
  goal: GoalTable
  goal_owner: GoalOwnerTable
  goal_number: GoalNumberTable
  goal_end: GoalEndTable
  // home
  home_view: HomeViewTable
  audit: AuditTable
  // platform: delivery
  schedule: ScheduleTable
  occurrence: OccurrenceTable
  delivery: DeliveryTable
  delivery_event: DeliveryEventTable
  gate: GateTable
  restore: RestoreTable
  // platform: slack
  inbox: InboxTable
}

/** A Slack workspace in which Rondo is installed. Unique on (enterprise_id, team_id). */
interface WorkspaceTable {
  id: string
  /** '' where there is no Enterprise organisation: NULLs would not be unique. */
  enterprise_id: string
  team_id: string
  name: string
  bot_id: string
  bot_user_id: string
  installed_at: number
}

/** Somebody in Slack whom Rondo has met. Unique on (workspace_id, slack_id). */
interface PersonTable {
  id: string
  workspace_id: string
  slack_id: string
  name: string
  zone: string
  language: 'en' | 'nl'
  kind: 'member' | 'guest' | 'external' | 'bot'
  /** 1: owner or admin of the Slack workspace. */
  admin: number
  deactivated_at: number | null
  /** The DM with Rondo, once opened. */
  dm_channel_id: string | null
  /** When Slack was last asked about them. */
  learned_at: number
  /** When they want their gathered message: every working day, on the first one of a week, or never, in Home only. */
  messages: Generated<'daily' | 'monday' | 'home'>
  /** The language they chose themselves; NULL: the one they use Slack in. */
  own_language: 'en' | 'nl' | null
}

/** Away: not asked, not reminded, not missing. Both dates included; until_date NULL means until further notice. */
interface AbsenceTable {
  id: string
  workspace_id: string
  person_id: string
  from_date: string
  until_date: string | null
  created_at: number
  /** Set where somebody is back on the day it began: it never was. Back on a later day, it ended the day before. */
  ended_at: number | null
}

/** One marketing team and one sales team that work together. */
interface PartnershipTable {
  id: string
  workspace_id: string
  name: string
  marketing_channel_id: string
  sales_channel_id: string
  shared_channel_id: string
  language: 'en' | 'nl'
  zone: string
  /** JSON list of ISO weekdays, Monday 1. */
  working_days: string
  work_start: string
  work_end: string
  /** ISO 3166-1 alpha-2, '' for none. */
  holiday_country: string
  /** In pilot mode: the administrator to whom everything goes that would be said to the two teams. */
  pilot_id: string | null
  created_at: number
  created_by: string
  changed_at: number
}

/** The partnership's own days off; public holidays are worked out from its country. */
interface DayOffTable {
  workspace_id: string
  partnership_id: string
  date: string
  name: string
}

/** A person on a side. At most one row without removed_at per (partnership, person). */
interface MembershipTable {
  id: string
  workspace_id: string
  partnership_id: string
  person_id: string
  side: 'marketing' | 'sales'
  added_at: number
  removed_at: number | null
}

/** Unique on (partnership_id, side, role). */
interface PartnershipRoleTable {
  workspace_id: string
  partnership_id: string
  side: 'marketing' | 'sales'
  role: 'team_lead' | 'deputy'
  person_id: string
  since: number
}

/** What somebody has filled in of the set-up so far, so that closing the window loses nothing. */
interface SetupDraftTable {
  workspace_id: string
  person_id: string
  draft: string
  updated_at: number
}

/** A part of the product that is on in a partnership; without a row it is off. */
interface PartnershipPartTable {
  workspace_id: string
  partnership_id: string
  part: 'feedback' | 'handoffs' | 'accounts' | 'agreements' | 'pulse'
  turned_on_at: number
  turned_on_by: string
}

/** *Not now*, or turned off: a part is proposed again a quarter later. */
interface PartnershipPartRefusalTable {
  workspace_id: string
  partnership_id: string
  part: 'feedback' | 'handoffs' | 'accounts' | 'agreements' | 'pulse'
  refused_at: number
  refused_by: string
}

/** Whom the other side calls for what. */
interface ContactPersonTable {
  workspace_id: string
  partnership_id: string
  side: 'marketing' | 'sales'
  person_id: string
  /** '' for whatever nobody else is named for. */
  subject: string
  since: number
}

/** Somebody joined or left a channel of a partnership. At most one without answered_at per (partnership, person). */
interface ChannelMoveTable {
  id: string
  workspace_id: string
  partnership_id: string
  person_id: string
  /** Slack's. */
  channel_id: string
  what: 'joined' | 'left'
  moved_at: number
  /** What was decided: the side they were put on, or 'moved again' where nobody had to. */
  answer: 'marketing' | 'sales' | 'not part of it' | 'taken off' | 'stays' | 'moved again' | null
  answered_at: number | null
  answered_by: string | null
}

/** A recurring ritual. Its dates are its schedule's. */
interface CheckInTable {
  id: string
  workspace_id: string
  partnership_id: string
  schedule_id: string
  template: string
  name: string
  channel_id: string
  /** Which of the partnership's channels that is, also when it gets another. */
  channel: Generated<'marketing' | 'sales' | 'shared'>
  /** Working hours people have to answer. */
  answer_hours: number
  /** When the meeting is that it serves, on the clocks of the partnership's zone; NULL: it serves none. */
  meeting_at: string | null
  /** 1: each person is asked at its time on their own clocks; the deadline is one instant. */
  own_zone: Generated<number>
  created_at: number
  created_by: string
}

/** Who need not answer: others do not wait for them, or they are not asked at all and read along. */
interface CheckInPartTable {
  workspace_id: string
  check_in_id: string
  person_id: string
  part: 'optional' | 'observer'
}

/** The questions as they were from some moment on: an occurrence keeps the version it asked. */
interface CheckInVersionTable {
  workspace_id: string
  check_in_id: string
  version: number
  questions: string
  made_at: number
}

/** An occurrence that was opened. */
interface CheckInOpeningTable {
  occurrence_id: string
  workspace_id: string
  check_in_id: string
  version: number
  opened_at: number
  deadline_at: number
  /** When the meeting is that it serves; NULL: it serves none. */
  meets_at: Generated<number | null>
  /** The date and time from which each person is asked on their own clocks, '2027-03-01 09:00'; NULL: all from the opening on. */
  own_from: Generated<string | null>
  /** What this date asks, where that is not what its version says: about the key accounts of that day. */
  questions: string | null
  /** 0 once it has a closing: for the index that finds the next deadline among years of closed ones. */
  open: Generated<number>
}

interface CheckInAskedTable {
  workspace_id: string
  occurrence_id: string
  person_id: string
  side: 'marketing' | 'sales'
  /** May be ahead, where their clocks do not show the time yet. */
  asked_at: number
  /** 1 until then. */
  waits: Generated<number>
  /** 0: nobody waits for them. */
  required: Generated<number>
}

/** *Skip this time*. */
interface CheckInSkipTable {
  workspace_id: string
  occurrence_id: string
  person_id: string
  skipped_at: number
}

interface CheckInResponseTable {
  workspace_id: string
  occurrence_id: string
  person_id: string
  answered_at: number
  changed_at: number
}

/** What a person said to one question; the last word counts. */
interface CheckInAnswerTable {
  workspace_id: string
  occurrence_id: string
  person_id: string
  question: string
  answer: string
}

/** An occurrence that was closed. */
interface CheckInClosingTable {
  occurrence_id: string
  workspace_id: string
  closed_at: number
  why: 'deadline' | 'everyone'
}

/** Who leads a check-in, from when on: the latest counts. */
interface CheckInFacilitatorTable {
  id: string
  workspace_id: string
  occurrence_id: string
  person_id: string
  /** The side they were on then: the sides take turns. */
  side: 'marketing' | 'sales'
  since: number
  /** Who handed it over; NULL: it was their turn. */
  handed_by: string | null
}

/** What was decided in a check-in. */
interface DecisionTable {
  id: string
  workspace_id: string
  partnership_id: string
  occurrence_id: string
  text: string
  made_at: number
  made_by: string
}

/** A decision that was taken back. */
interface DecisionWithdrawalTable {
  decision_id: string
  workspace_id: string
  withdrawn_at: number
  withdrawn_by: string
}

/** What a person will do, by when. */
interface ActionTable {
  id: string
  workspace_id: string
  partnership_id: string
  text: string
  /** NULL: without owner; chased too. */
  owner_id: string | null
  due_date: string
  /** The occurrence it came up in, if any. */
  occurrence_id: string | null
  created_at: number
  created_by: string
}

interface ActionMoveTable {
  id: string
  workspace_id: string
  action_id: string
  from_date: string
  to_date: string
  reason: string
  moved_at: number
  moved_by: string
}

interface ActionEndTable {
  action_id: string
  workspace_id: string
  how: 'done' | 'cancelled'
  reason: string
  ended_at: number
  ended_by: string
}

/** An action went from one person to another. The last one says how its owner came to have it. */
interface ActionHandoverTable {
  id: string
  workspace_id: string
  action_id: string
  /** NULL: nobody had it. */
  from_id: string | null
  /** NULL: nobody was left to have it. */
  to_id: string | null
  why: 'left' | 'given' | 'taken'
  handed_at: number
  /** NULL where somebody left: nobody handed it on. */
  handed_by: string | null
  /** When who has it now said that they keep it. */
  kept_at: number | null
}

/** An action that was done after all was not: its end, and who took that back. */
interface ActionReopeningTable {
  id: string
  workspace_id: string
  action_id: string
  ended_at: number
  ended_by: string
  reopened_at: number
  reopened_by: string
}

/** A customer that both sides look after. Unique on (partnership_id, name_key). */
interface AccountTable {
  id: string
  workspace_id: string
  partnership_id: string
  name: string
  /** The name as it is compared: no two differ in case or spaces only. */
  name_key: string
  tier: 'A' | 'B' | 'C'
  crm_url: string | null
  /** Grows with each edit: who saves a form that is older is told. */
  revision: Generated<number>
  added_at: number
  added_by: string
}

/** Who looks after it on a side; no row: nobody. Unique on (account_id, side). */
interface AccountOwnerTable {
  workspace_id: string
  account_id: string
  side: 'marketing' | 'sales'
  person_id: string
  since: number
  /** Who had it and left, until the new owner has said what becomes of it. */
  inherited_from: string | null
}

interface AccountArchivingTable {
  account_id: string
  workspace_id: string
  archived_at: number
  archived_by: string
}

/** What somebody said about it: in a check-in, or of their own accord. */
interface AccountNoteTable {
  id: string
  workspace_id: string
  account_id: string
  occurrence_id: string | null
  person_id: string
  side: 'marketing' | 'sales'
  kind: 'changed' | 'customer' | 'next step' | 'note'
  text: string
  /** The local date of the check-in, or on which the note was written. */
  said_on: string
}

/** An account that a check-in took up. Unique on (account_id, occurrence_id). */
interface AccountDiscussionTable {
  workspace_id: string
  account_id: string
  occurrence_id: string
  discussed_at: number
}

/** *Discuss next time*: before all others, until it was. */
interface AccountNextTable {
  account_id: string
  workspace_id: string
  chosen_at: number
  chosen_by: string
}

/** The good rows of a file that somebody was shown and has not imported yet: one per person and partnership. */
interface AccountImportTable {
  id: string
  workspace_id: string
  partnership_id: string
  person_id: string
  /** JSON. */
  rows: string
  made_at: number
}

/** A target with a number and a date that both sides share. Numbers are decimal text: neither engine may round them. */
interface GoalTable {
  id: string
  workspace_id: string
  partnership_id: string
  name: string
  /** What is counted: 'meetings', '%'; '' for none. */
  unit: string
  start: string
  target: string
  from_date: string
  due_date: string
  created_at: number
  created_by: string
}

/** Who looks after a goal on a side. */
interface GoalOwnerTable {
  workspace_id: string
  goal_id: string
  side: 'marketing' | 'sales'
  person_id: string
  since: number
  /** Whose it was until they left, as long as the one who has it now has not said that they keep it. */
  inherited_from: string | null
}

/** What a goal stood at; the last one of a date counts. */
interface GoalNumberTable {
  id: string
  workspace_id: string
  goal_id: string
  value: string
  date: string
  noted_at: number
  noted_by: string
}

interface GoalEndTable {
  goal_id: string
  workspace_id: string
  how: 'reached' | 'stopped'
  reason: string
  ended_at: number
  ended_by: string
}

/** Somebody's App Home: when they last opened it, and when it is to be drawn again. */
interface HomeViewTable {
  person_id: string
  workspace_id: string
  opened_at: number
  published_at: number
  /** NULL: nothing has changed since. */
  due_at: number | null
}

/** A setting that was changed, or an export: who, when and what. Never read by the product, only by who has to answer for it. */
interface AuditTable {
  id: string
  workspace_id: string
  at: number
  person_id: string
  /** 'trends:export' */
  what: string
  /** JSON of ids and values. */
  about: string
}

/** A text that both team leads agree to. Unique on (partnership_id, kind, lead_type_key). */
interface AgreementTable {
  id: string
  workspace_id: string
  partnership_id: string
  kind: 'lead_definition' | 'ideal_customer' | 'who_does_what' | 'data_standard' | 'rules' | 'shared_words'
  /** Of a lead definition, as typed; '' for the other kinds. */
  lead_type: string
  /** The same in lower case. */
  lead_type_key: string
  created_at: number
}

/** A text as it was proposed. Without an outcome it waits; at most one of an agreement does. */
interface AgreementVersionTable {
  id: string
  workspace_id: string
  agreement_id: string
  /** JSON. */
  content: string
  why: string
  proposed_at: number
  proposed_by: string
}

/** A side agreed to a version. */
interface AgreementConsentTable {
  workspace_id: string
  version_id: string
  side: 'marketing' | 'sales'
  person_id: string
  consented_at: number
}

/** What became of a version. The agreed one with the highest number holds. */
interface AgreementOutcomeTable {
  version_id: string
  workspace_id: string
  agreement_id: string
  how: 'agreed' | 'replaced' | 'withdrawn'
  decided_at: number
  decided_by: string
  /** Of an agreed one, counting up from 1; else NULL. Unique on (agreement_id, number). */
  number: number | null
  /** Of an agreed one: when it is asked whether it is still right. Moves on when both sides say so. */
  review_date: string | null
}

/** A side said on a review date that a version is still right. */
interface AgreementRenewalTable {
  workspace_id: string
  version_id: string
  review_date: string
  side: 'marketing' | 'sales'
  person_id: string
  renewed_at: number
}

/** When something recurs. next_slot and next_due_at are worked out from the rule and only grow. */
interface ScheduleTable {
  id: string
  workspace_id: string
  /** What its occurrences are, as registered by a feature: 'checkins:occurrence'. */
  kind: string
  rule: string
  status: 'active' | 'paused' | 'ended'
  rev: number
  /** The local date that comes next; NULL when there is none. */
  next_slot: string | null
  next_due_at: number | null
  /** Version of the time zone data that next_due_at was worked out with. */
  tzdata: string
  /** A rule that cannot be worked out is tried again then; its trouble must not stop the others. */
  retry_at: number | null
  /** Dates that are skipped or held at another moment: JSON, by the date that the cadence gives. */
  exceptions: Generated<string>
}

/**
 * One run of a schedule. Unique on (schedule_id, slot), and its id is made from the two: the date is its identity, whatever
 * clocks, zones and restored backups do.
 */
interface OccurrenceTable {
  id: string
  workspace_id: string
  schedule_id: string
  slot: string
  due_at: number
  /** The local date on which it was due, by the zone of then; NULL where that was not kept yet. */
  date: string | null
  created_at: number
  /** NULL, or why this date was not held. */
  skipped: string | null
}

/** One effect in Slack, and the outbox. Unique on (cause, kind, recipient). */
interface DeliveryTable {
  id: string
  workspace_id: string
  /** What it is due to, e.g. 'checkins:<occurrence>'. */
  cause: string
  kind: 'post' | 'reply' | 'dm' | 'update'
  /** A channel for a post or reply, a person's Slack id for a dm, a delivery's id for an update. */
  recipient: string
  /** Who words it, as registered by a feature: 'checkins:opening'. */
  what: string
  /** What the wording needs to find its facts: JSON of ids. */
  about: string
  state: DeliveryState
  /** For a reply: the delivery whose message it answers. For an update: the delivery whose message it rewrites. */
  parent_id: string | null
  due_at: number
  run_after: number
  lease_token: string | null
  lease_until: number | null
  wire_at: number | null
  attempts: number
  absent_looks: number
  /** The message as it went on the wire, and for an update as it was last shown. */
  payload: string | null
  /** 1: an update was asked for again while one was under way. */
  again: Generated<number>
  channel_id: string | null
  ts: string | null
  sent_at: number | null
  reason: string | null
  created_at: number
  /** Whose turn it takes: partnerships take turns; '' for what belongs to none, as a person's gathered message. */
  partnership_id: Generated<string>
  /** The person in whose direct messages it stands instead, where it went out in pilot mode. */
  pilot_id: string | null
}

export type DeliveryState =
  | 'due'
  | 'leased'
  | 'sending'
  | 'unsure'
  | 'checking'
  | 'sent'
  | 'skipped'
  | 'failed'
  | 'unknown'

/** What happened to a delivery: the answer to "why did it not post?". */
interface DeliveryEventTable {
  id: string
  workspace_id: string
  delivery_id: string
  at: number
  from_state: string
  to_state: string
  detail: string
}

/** A backup was put back: what was said since it was made is not known, and is looked for in Slack for a while. */
interface RestoreTable {
  id: string
  /** When the first process started with it, by a clock that could be believed: until then by its own, and not confirmed. */
  at: number
  /** The last moment the backup knew of. */
  since: number
  confirmed: number
}

/**
 * Not before: shared by all replicas. Scope is '<workspace>', '<workspace>:<recipient>' (a channel or a person, by Slack id)
 * '<workspace>:looks' or '<workspace>:updates'.
 */
interface GateTable {
  scope: string
  not_before: number
}

/** What Slack sent us and we have acknowledged. The body is wiped when done; the key is kept 48 hours. */
interface InboxTable {
  key: string
  kind: string
  body: string | null
  received_at: number
  done_at: number | null
  attempts: number
  lease_until: number
}
