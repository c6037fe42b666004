CREATE TABLE absence (
  id text not null primary key,
  workspace_id text not null,
  person_id text not null references person (id),
  from_date text not null,
  until_date text,
  created_at integer not null,
  ended_at integer,
  check (until_date >= from_date)
) strict;

CREATE INDEX absence_person on absence (person_id) where ended_at is null;

CREATE TABLE account (
  id text not null primary key,
  workspace_id text not null,
  partnership_id text not null references partnership (id),
  name text not null,
  name_key text not null,
  tier text not null check (tier in ('A', 'B', 'C')),
  crm_url text,
  revision integer not null default 1,
  added_at integer not null,
  added_by text not null references person (id),
  unique (partnership_id, name_key)
) strict;

CREATE TABLE account_archiving (
  account_id text not null primary key references account (id),
  workspace_id text not null,
  archived_at integer not null,
  archived_by text not null references person (id)
) strict;

CREATE TABLE account_discussion (
  workspace_id text not null,
  account_id text not null references account (id),
  occurrence_id text not null references occurrence (id),
  discussed_at integer not null,
  primary key (account_id, occurrence_id)
) strict;

CREATE INDEX account_discussion_occurrence on account_discussion (occurrence_id);

CREATE TABLE account_import (
  id text not null primary key,
  workspace_id text not null,
  partnership_id text not null references partnership (id),
  person_id text not null references person (id),
  rows text not null,
  made_at integer not null,
  unique (partnership_id, person_id)
) strict;

CREATE TABLE account_next (
  account_id text not null primary key references account (id),
  workspace_id text not null,
  chosen_at integer not null,
  chosen_by text not null references person (id)
) strict;

CREATE TABLE account_note (
  id text not null primary key,
  workspace_id text not null,
  account_id text not null references account (id),
  occurrence_id text references occurrence (id),
  person_id text not null references person (id),
  side text not null check (side in ('marketing', 'sales')),
  kind text not null check (kind in ('changed', 'customer', 'next step', 'note')),
  text text not null,
  said_on text not null
) strict;

CREATE INDEX account_note_account on account_note (account_id, said_on, id);

CREATE INDEX account_note_occurrence on account_note (occurrence_id, account_id, person_id) where occurrence_id is not null;

CREATE TABLE account_owner (
  workspace_id text not null,
  account_id text not null references account (id),
  side text not null check (side in ('marketing', 'sales')),
  person_id text not null references person (id),
  since integer not null,
  inherited_from text references person (id),
  primary key (account_id, side)
) strict;

CREATE INDEX account_owner_person on account_owner (person_id);

CREATE TABLE action (
  id text not null primary key,
  workspace_id text not null,
  partnership_id text not null references partnership (id),
  text text not null,
  owner_id text references person (id),
  due_date text not null,
  occurrence_id text,
  created_at integer not null,
  created_by text not null
) strict;

CREATE INDEX action_occurrence on action (occurrence_id) where occurrence_id is not null;

CREATE INDEX action_owner on action (owner_id, due_date);

CREATE INDEX action_partnership on action (partnership_id, due_date);

CREATE TABLE action_end (
  action_id text not null primary key references action (id),
  workspace_id text not null,
  how text not null check (how in ('done', 'cancelled')),
  reason text not null,
  ended_at integer not null,
  ended_by text not null
) strict;

CREATE INDEX action_end_ended on action_end (workspace_id, ended_at);

CREATE TABLE action_handover (
  id text not null primary key,
  workspace_id text not null,
  action_id text not null references action (id),
  from_id text references person (id),
  to_id text references person (id),
  why text not null check (why in ('left', 'given', 'taken')),
  handed_at integer not null,
  handed_by text references person (id),
  kept_at integer
) strict;

CREATE INDEX action_handover_action on action_handover (action_id, handed_at);

CREATE TABLE action_move (
  id text not null primary key,
  workspace_id text not null,
  action_id text not null references action (id),
  from_date text not null,
  to_date text not null,
  reason text not null,
  moved_at integer not null,
  moved_by text not null
) strict;

CREATE INDEX action_move_action on action_move (action_id, moved_at);

CREATE TABLE action_reopening (
  id text not null primary key,
  workspace_id text not null,
  action_id text not null references action (id),
  ended_at integer not null,
  ended_by text not null,
  reopened_at integer not null,
  reopened_by text not null
) strict;

CREATE TABLE agreement (
  id text not null primary key,
  workspace_id text not null,
  partnership_id text not null references partnership (id),
  kind text not null check (kind in (
    'lead_definition', 'ideal_customer', 'who_does_what', 'data_standard', 'rules', 'shared_words')),
  lead_type text not null,
  lead_type_key text not null,
  created_at integer not null,
  unique (partnership_id, kind, lead_type_key)
) strict;

CREATE TABLE agreement_consent (
  workspace_id text not null,
  version_id text not null references agreement_version (id),
  side text not null check (side in ('marketing', 'sales')),
  person_id text not null references person (id),
  consented_at integer not null,
  primary key (version_id, side)
) strict;

CREATE TABLE agreement_outcome (
  version_id text not null primary key references agreement_version (id),
  workspace_id text not null,
  agreement_id text not null references agreement (id),
  how text not null check (how in ('agreed', 'replaced', 'withdrawn')),
  decided_at integer not null,
  decided_by text not null references person (id),
  number integer,
  review_date text,
  unique (agreement_id, number),
  check ((how = 'agreed') = (number is not null and review_date is not null))
) strict;

CREATE TABLE agreement_renewal (
  workspace_id text not null,
  version_id text not null references agreement_version (id),
  review_date text not null,
  side text not null check (side in ('marketing', 'sales')),
  person_id text not null references person (id),
  renewed_at integer not null,
  primary key (version_id, review_date, side)
) strict;

CREATE TABLE agreement_version (
  id text not null primary key,
  workspace_id text not null,
  agreement_id text not null references agreement (id),
  content text not null,
  why text not null,
  proposed_at integer not null,
  proposed_by text not null references person (id)
) strict;

CREATE INDEX agreement_version_agreement on agreement_version (agreement_id, proposed_at);

CREATE TABLE audit (
  id text not null primary key,
  workspace_id text not null,
  at integer not null,
  person_id text not null references person (id),
  what text not null,
  about text not null
) strict;

CREATE INDEX audit_workspace on audit (workspace_id, at);

CREATE TABLE channel_move (
  id text not null primary key,
  workspace_id text not null,
  partnership_id text not null references partnership (id),
  person_id text not null references person (id),
  channel_id text not null,
  what text not null check (what in ('joined', 'left')),
  moved_at integer not null,
  answer text check (answer in ('marketing', 'sales', 'not part of it', 'taken off', 'stays', 'moved again')),
  answered_at integer,
  answered_by text references person (id)
) strict;

CREATE UNIQUE INDEX channel_move_open on channel_move (partnership_id, person_id) where answered_at is null;

CREATE TABLE check_in (
  id text not null primary key,
  workspace_id text not null,
  partnership_id text not null references partnership (id),
  schedule_id text not null references schedule (id) unique,
  template text not null,
  name text not null,
  channel_id text not null,
  answer_hours integer not null,
  created_at integer not null,
  created_by text not null
, meeting_at text, own_zone integer not null default 0 check (own_zone in (0, 1)), channel text not null default 'shared' check (channel in ('marketing', 'sales', 'shared'))) strict;

CREATE INDEX check_in_partnership on check_in (partnership_id);

CREATE TABLE check_in_answer (
  workspace_id text not null,
  occurrence_id text not null,
  person_id text not null,
  question text not null,
  answer text not null,
  primary key (occurrence_id, person_id, question),
  foreign key (occurrence_id, person_id) references check_in_response (occurrence_id, person_id)
) strict;

CREATE TABLE check_in_asked (
  workspace_id text not null,
  occurrence_id text not null references check_in_opening (occurrence_id),
  person_id text not null references person (id),
  side text not null check (side in ('marketing', 'sales')),
  asked_at integer not null, waits integer not null default 0 check (waits in (0, 1)), required integer not null default 1 check (required in (0, 1)),
  primary key (occurrence_id, person_id)
) strict;

CREATE INDEX check_in_asked_person on check_in_asked (person_id);

CREATE INDEX check_in_asked_waits on check_in_asked (asked_at) where waits = 1;

CREATE TABLE check_in_closing (
  occurrence_id text not null primary key references check_in_opening (occurrence_id),
  workspace_id text not null,
  closed_at integer not null,
  why text not null check (why in ('deadline', 'everyone'))
) strict;

CREATE TABLE check_in_facilitator (
  id text not null primary key,
  workspace_id text not null,
  occurrence_id text not null references check_in_opening (occurrence_id),
  person_id text not null references person (id),
  side text not null check (side in ('marketing', 'sales')),
  since integer not null,
  handed_by text references person (id)
) strict;

CREATE INDEX check_in_facilitator_occurrence on check_in_facilitator (occurrence_id, since);

CREATE TABLE check_in_opening (
  occurrence_id text not null primary key references occurrence (id),
  workspace_id text not null,
  check_in_id text not null,
  version integer not null,
  opened_at integer not null,
  deadline_at integer not null, open integer not null default 1 check (open in (0, 1)), meets_at integer, own_from text, questions text,
  foreign key (check_in_id, version) references check_in_version (check_in_id, version)
) strict;

CREATE INDEX check_in_opening_check_in on check_in_opening (check_in_id, opened_at);

CREATE INDEX check_in_opening_open on check_in_opening (deadline_at) where open = 1;

CREATE TABLE check_in_part (
  workspace_id text not null,
  check_in_id text not null references check_in (id),
  person_id text not null references person (id),
  part text not null check (part in ('optional', 'observer')),
  primary key (check_in_id, person_id)
) strict;

CREATE TABLE check_in_response (
  workspace_id text not null,
  occurrence_id text not null references check_in_opening (occurrence_id),
  person_id text not null references person (id),
  answered_at integer not null,
  changed_at integer not null,
  primary key (occurrence_id, person_id)
) strict;

CREATE INDEX check_in_response_person on check_in_response (person_id);

CREATE TABLE check_in_skip (
  workspace_id text not null,
  occurrence_id text not null references check_in_opening (occurrence_id),
  person_id text not null references person (id),
  skipped_at integer not null,
  primary key (occurrence_id, person_id)
) strict;

CREATE TABLE check_in_version (
  workspace_id text not null,
  check_in_id text not null references check_in (id),
  version integer not null,
  questions text not null,
  made_at integer not null,
  primary key (check_in_id, version)
) strict;

CREATE TABLE contact_person (
  workspace_id text not null,
  partnership_id text not null references partnership (id),
  side text not null check (side in ('marketing', 'sales')),
  person_id text not null references person (id),
  subject text not null,
  since integer not null,
  primary key (partnership_id, side, subject, person_id)
) strict;

CREATE TABLE day_off (
  workspace_id text not null,
  partnership_id text not null references partnership (id),
  date text not null,
  name text not null,
  primary key (partnership_id, date)
) strict;

CREATE TABLE decision (
  id text not null primary key,
  workspace_id text not null,
  partnership_id text not null references partnership (id),
  occurrence_id text not null references check_in_opening (occurrence_id),
  text text not null,
  made_at integer not null,
  made_by text not null references person (id)
) strict;

CREATE INDEX decision_occurrence on decision (occurrence_id);

CREATE INDEX decision_partnership on decision (partnership_id, made_at);

CREATE TABLE decision_withdrawal (
  decision_id text not null primary key references decision (id),
  workspace_id text not null,
  withdrawn_at integer not null,
  withdrawn_by text not null references person (id)
) strict;

CREATE TABLE delivery (
  id text not null primary key,
  workspace_id text not null,
  cause text not null,
  kind text not null check (kind in ('post', 'reply', 'dm', 'update')),
  recipient text not null,
  what text not null,
  about text not null,
  state text not null check (state in (
    'due', 'leased', 'sending', 'unsure', 'checking', 'sent', 'skipped', 'failed', 'unknown')),
  parent_id text,
  due_at integer not null,
  run_after integer not null,
  lease_token text,
  lease_until integer,
  wire_at integer,
  attempts integer not null,
  absent_looks integer not null,
  payload text,
  again integer not null default 0 check (again in (0, 1)),
  channel_id text,
  ts text,
  sent_at integer,
  reason text,
  created_at integer not null, partnership_id text not null default '', pilot_id text references person (id),
  unique (cause, kind, recipient)
) strict;

CREATE INDEX delivery_claim on delivery (run_after) where state in ('due', 'unsure');

CREATE INDEX delivery_lease on delivery (lease_until) where state in ('leased', 'sending', 'checking');

CREATE INDEX delivery_parent on delivery (parent_id) where parent_id is not null;

CREATE INDEX delivery_told on delivery (recipient, sent_at) where kind = 'dm';

CREATE INDEX delivery_undecided on delivery (workspace_id) where state in ('unknown', 'failed');

CREATE TABLE delivery_event (
  id text not null primary key,
  workspace_id text not null,
  delivery_id text not null references delivery (id),
  at integer not null,
  from_state text not null,
  to_state text not null,
  detail text not null
) strict;

CREATE INDEX delivery_event_delivery on delivery_event (delivery_id, at);

CREATE TABLE gate (
  scope text not null primary key,
  not_before integer not null
) strict;

CREATE TABLE goal (
  id text not null primary key,
  workspace_id text not null,
  partnership_id text not null references partnership (id),
  name text not null,
  unit text not null,
  start text not null,
  target text not null,
  from_date text not null,
  due_date text not null,
  created_at integer not null,
  created_by text not null
) strict;

CREATE INDEX goal_partnership on goal (partnership_id);

CREATE TABLE goal_end (
  goal_id text not null primary key references goal (id),
  workspace_id text not null,
  how text not null check (how in ('reached', 'stopped')),
  reason text not null,
  ended_at integer not null,
  ended_by text not null
) strict;

CREATE TABLE goal_number (
  id text not null primary key,
  workspace_id text not null,
  goal_id text not null references goal (id),
  value text not null,
  date text not null,
  noted_at integer not null,
  noted_by text not null
) strict;

CREATE INDEX goal_number_goal on goal_number (goal_id, date);

CREATE TABLE goal_owner (
  workspace_id text not null,
  goal_id text not null references goal (id),
  side text not null check (side in ('marketing', 'sales')),
  person_id text not null references person (id),
  since integer not null,
  inherited_from text references person (id),
  primary key (goal_id, side)
) strict;

CREATE INDEX goal_owner_person on goal_owner (person_id);

CREATE TABLE home_view (
  person_id text not null primary key references person (id),
  workspace_id text not null,
  opened_at integer not null,
  published_at integer not null,
  due_at integer
) strict;

CREATE INDEX home_view_due on home_view (due_at) where due_at is not null;

CREATE INDEX home_view_published on home_view (published_at);

CREATE TABLE inbox (
  key text not null primary key,
  kind text not null,
  body text,
  received_at integer not null,
  done_at integer,
  attempts integer not null,
  lease_until integer not null
) strict, without rowid;

CREATE INDEX inbox_open on inbox (lease_until) where done_at is null;

CREATE TABLE membership (
  id text not null primary key,
  workspace_id text not null,
  partnership_id text not null references partnership (id),
  person_id text not null references person (id),
  side text not null check (side in ('marketing', 'sales')),
  added_at integer not null,
  removed_at integer
) strict;

CREATE UNIQUE INDEX membership_current on membership (partnership_id, person_id) where removed_at is null;

CREATE INDEX membership_person on membership (person_id) where removed_at is null;

CREATE TABLE migration (name text primary key, checksum text not null, applied_at integer not null) strict;

CREATE TABLE occurrence (
  id text not null primary key,
  workspace_id text not null,
  schedule_id text not null references schedule (id),
  slot text not null,
  due_at integer not null,
  created_at integer not null,
  skipped text, date text,
  unique (schedule_id, slot)
) strict;

CREATE TABLE partnership (
  id text not null primary key,
  workspace_id text not null references workspace (id),
  name text not null,
  marketing_channel_id text not null,
  sales_channel_id text not null,
  shared_channel_id text not null,
  language text not null check (language in ('en', 'nl')),
  zone text not null,
  working_days text not null,
  work_start text not null,
  work_end text not null,
  holiday_country text not null,
  created_at integer not null,
  created_by text not null,
  changed_at integer not null
, pilot_id text references person (id)) strict;

CREATE INDEX partnership_workspace on partnership (workspace_id);

CREATE TABLE partnership_part (
  workspace_id text not null,
  partnership_id text not null references partnership (id),
  part text not null check (part in ('feedback', 'handoffs', 'accounts', 'agreements', 'pulse')),
  turned_on_at integer not null,
  turned_on_by text not null,
  primary key (partnership_id, part)
) strict;

CREATE TABLE partnership_part_refusal (
  workspace_id text not null,
  partnership_id text not null references partnership (id),
  part text not null check (part in ('feedback', 'handoffs', 'accounts', 'agreements', 'pulse')),
  refused_at integer not null,
  refused_by text not null references person (id),
  primary key (partnership_id, part, refused_at)
) strict;

CREATE TABLE partnership_role (
  workspace_id text not null,
  partnership_id text not null references partnership (id),
  side text not null check (side in ('marketing', 'sales')),
  role text not null check (role in ('team_lead', 'deputy')),
  person_id text not null references person (id),
  since integer not null,
  primary key (partnership_id, side, role)
) strict;

CREATE INDEX partnership_role_person on partnership_role (person_id);

CREATE TABLE person (
  id text not null primary key,
  workspace_id text not null references workspace (id),
  slack_id text not null,
  name text not null,
  zone text not null,
  language text not null check (language in ('en', 'nl')),
  kind text not null check (kind in ('member', 'guest', 'external', 'bot')),
  admin integer not null check (admin in (0, 1)),
  deactivated_at integer,
  dm_channel_id text,
  learned_at integer not null, messages text not null default 'daily' check (messages in ('daily', 'monday', 'home')), own_language text check (own_language in ('en', 'nl')),
  unique (workspace_id, slack_id)
) strict;

CREATE INDEX person_gone on person (id) where deactivated_at is not null;

CREATE TABLE restore (
  id text not null primary key,
  at integer not null,
  since integer not null,
  confirmed integer not null check (confirmed in (0, 1))
) strict;

CREATE TABLE schedule (
  id text not null primary key,
  workspace_id text not null,
  kind text not null,
  rule text not null,
  status text not null check (status in ('active', 'paused', 'ended')),
  rev integer not null,
  next_slot text,
  next_due_at integer,
  tzdata text not null,
  retry_at integer
, exceptions text not null default '[]') strict;

CREATE INDEX schedule_next on schedule (next_due_at) where status = 'active';

CREATE INDEX schedule_resting on schedule (retry_at) where status = 'active' and retry_at is not null;

CREATE TABLE setup_draft (
  workspace_id text not null,
  person_id text not null primary key references person (id),
  draft text not null,
  updated_at integer not null
) strict;

CREATE TABLE workspace (
  id text not null primary key,
  enterprise_id text not null,
  team_id text not null,
  name text not null,
  bot_id text not null,
  bot_user_id text not null,
  installed_at integer not null,
  unique (enterprise_id, team_id)
) strict;
