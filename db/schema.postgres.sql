create table absence (
  id text collate "C" not null,
  workspace_id text collate "C" not null,
  person_id text collate "C" not null,
  from_date text collate "C" not null,
  until_date text collate "C",
  created_at bigint not null,
  ended_at bigint,
  constraint absence_pkey PRIMARY KEY (id),
  constraint absence_check CHECK ((until_date >= from_date)),
  constraint absence_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);

CREATE INDEX absence_person ON public.absence USING btree (person_id) WHERE (ended_at IS NULL);

create table account (
  id text collate "C" not null,
  workspace_id text collate "C" not null,
  partnership_id text collate "C" not null,
  name text collate "C" not null,
  name_key text collate "C" not null,
  tier text collate "C" not null,
  crm_url text collate "C",
  revision bigint default 1 not null,
  added_at bigint not null,
  added_by text collate "C" not null,
  constraint account_pkey PRIMARY KEY (id),
  constraint account_tier_check CHECK ((tier = ANY (ARRAY['A'::text, 'B'::text, 'C'::text]))),
  constraint account_added_by_fkey FOREIGN KEY (added_by) REFERENCES person(id),
  constraint account_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint account_partnership_id_name_key_key UNIQUE (partnership_id, name_key)
);

create table account_archiving (
  account_id text collate "C" not null,
  workspace_id text collate "C" not null,
  archived_at bigint not null,
  archived_by text collate "C" not null,
  constraint account_archiving_pkey PRIMARY KEY (account_id),
  constraint account_archiving_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint account_archiving_archived_by_fkey FOREIGN KEY (archived_by) REFERENCES person(id)
);

create table account_discussion (
  workspace_id text collate "C" not null,
  account_id text collate "C" not null,
  occurrence_id text collate "C" not null,
  discussed_at bigint not null,
  constraint account_discussion_pkey PRIMARY KEY (account_id, occurrence_id),
  constraint account_discussion_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint account_discussion_occurrence_id_fkey FOREIGN KEY (occurrence_id) REFERENCES occurrence(id)
);

CREATE INDEX account_discussion_occurrence ON public.account_discussion USING btree (occurrence_id);

create table account_import (
  id text collate "C" not null,
  workspace_id text collate "C" not null,
  partnership_id text collate "C" not null,
  person_id text collate "C" not null,
  rows text collate "C" not null,
  made_at bigint not null,
  constraint account_import_pkey PRIMARY KEY (id),
  constraint account_import_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint account_import_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint account_import_partnership_id_person_id_key UNIQUE (partnership_id, person_id)
);

create table account_next (
  account_id text collate "C" not null,
  workspace_id text collate "C" not null,
  chosen_at bigint not null,
  chosen_by text collate "C" not null,
  constraint account_next_pkey PRIMARY KEY (account_id),
  constraint account_next_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint account_next_chosen_by_fkey FOREIGN KEY (chosen_by) REFERENCES person(id)
);

create table account_note (
  id text collate "C" not null,
  workspace_id text collate "C" not null,
  account_id text collate "C" not null,
  occurrence_id text collate "C",
  person_id text collate "C" not null,
  side text collate "C" not null,
  kind text collate "C" not null,
  text text collate "C" not null,
  said_on text collate "C" not null,
  constraint account_note_pkey PRIMARY KEY (id),
  constraint account_note_kind_check CHECK ((kind = ANY (ARRAY['changed'::text, 'customer'::text, 'next step'::text, 'note'::text]))),
  constraint account_note_side_check CHECK ((side = ANY (ARRAY['marketing'::text, 'sales'::text]))),
  constraint account_note_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint account_note_occurrence_id_fkey FOREIGN KEY (occurrence_id) REFERENCES occurrence(id),
  constraint account_note_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);

CREATE INDEX account_note_account ON public.account_note USING btree (account_id, said_on, id);

CREATE INDEX account_note_occurrence ON public.account_note USING btree (occurrence_id, account_id, person_id) WHERE (occurrence_id IS NOT NULL);

create table account_owner (
  workspace_id text collate "C" not null,
  account_id text collate "C" not null,
  side text collate "C" not null,
  person_id text collate "C" not null,
  since bigint not null,
  inherited_from text collate "C",
  constraint account_owner_pkey PRIMARY KEY (account_id, side),
  constraint account_owner_side_check CHECK ((side = ANY (ARRAY['marketing'::text, 'sales'::text]))),
  constraint account_owner_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id),
  constraint account_owner_inherited_from_fkey FOREIGN KEY (inherited_from) REFERENCES person(id),
  constraint account_owner_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);

CREATE INDEX account_owner_person ON public.account_owner USING btree (person_id);

create table action (
  id text collate "C" not null,
  workspace_id text collate "C" not null,
  partnership_id text collate "C" not null,
  text text collate "C" not null,
  owner_id text collate "C",
  due_date text collate "C" not null,
  occurrence_id text collate "C",
  created_at bigint not null,
  created_by text collate "C" not null,
  constraint action_pkey PRIMARY KEY (id),
  constraint action_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES person(id),
  constraint action_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id)
);

CREATE INDEX action_occurrence ON public.action USING btree (occurrence_id) WHERE (occurrence_id IS NOT NULL);

CREATE INDEX action_owner ON public.action USING btree (owner_id, due_date);

CREATE INDEX action_partnership ON public.action USING btree (partnership_id, due_date);

create table action_end (
  action_id text collate "C" not null,
  workspace_id text collate "C" not null,
  how text collate "C" not null,
  reason text collate "C" not null,
  ended_at bigint not null,
  ended_by text collate "C" not null,
  constraint action_end_pkey PRIMARY KEY (action_id),
  constraint action_end_how_check CHECK ((how = ANY (ARRAY['done'::text, 'cancelled'::text]))),
  constraint action_end_action_id_fkey FOREIGN KEY (action_id) REFERENCES action(id)
);

CREATE INDEX action_end_ended ON public.action_end USING btree (workspace_id, ended_at);

create table action_handover (
  id text collate "C" not null,
  workspace_id text collate "C" not null,
  action_id text collate "C" not null,
  from_id text collate "C",
  to_id text collate "C",
  why text collate "C" not null,
  handed_at bigint not null,
  handed_by text collate "C",
  kept_at bigint,
  constraint action_handover_pkey PRIMARY KEY (id),
  constraint action_handover_why_check CHECK ((why = ANY (ARRAY['left'::text, 'given'::text, 'taken'::text]))),
  constraint action_handover_action_id_fkey FOREIGN KEY (action_id) REFERENCES action(id),
  constraint action_handover_from_id_fkey FOREIGN KEY (from_id) REFERENCES person(id),
  constraint action_handover_handed_by_fkey FOREIGN KEY (handed_by) REFERENCES person(id),
  constraint action_handover_to_id_fkey FOREIGN KEY (to_id) REFERENCES person(id)
);

CREATE INDEX action_handover_action ON public.action_handover USING btree (action_id, handed_at);

create table action_move (
  id text collate "C" not null,
  workspace_id text collate "C" not null,
  action_id text collate "C" not null,
  from_date text collate "C" not null,
  to_date text collate "C" not null,
  reason text collate "C" not null,
  moved_at bigint not null,
  moved_by text collate "C" not null,
  constraint action_move_pkey PRIMARY KEY (id),
  constraint action_move_action_id_fkey FOREIGN KEY (action_id) REFERENCES action(id)
);

CREATE INDEX action_move_action ON public.action_move USING btree (action_id, moved_at);

create table action_reopening (
  id text collate "C" not null,
  workspace_id text collate "C" not null,
  action_id text collate "C" not null,
  ended_at bigint not null,
  ended_by text collate "C" not null,
  reopened_at bigint not null,
  reopened_by text collate "C" not null,
  constraint action_reopening_pkey PRIMARY KEY (id),
  constraint action_reopening_action_id_fkey FOREIGN KEY (action_id) REFERENCES action(id)
);

create table agreement (
  id text collate "C" not null,
  workspace_id text collate "C" not null,
  partnership_id text collate "C" not null,
  kind text collate "C" not null,
  lead_type text collate "C" not null,
  lead_type_key text collate "C" not null,
  created_at bigint not null,
  constraint agreement_pkey PRIMARY KEY (id),
  constraint agreement_kind_check CHECK ((kind = ANY (ARRAY['lead_definition'::text, 'ideal_customer'::text, 'who_does_what'::text, 'data_standard'::text, 'rules'::text, 'shared_words'::text]))),
  constraint agreement_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint agreement_partnership_id_kind_lead_type_key_key UNIQUE (partnership_id, kind, lead_type_key)
);

create table agreement_consent (
  workspace_id text collate "C" not null,
  version_id text collate "C" not null,
  side text collate "C" not null,
  person_id text collate "C" not null,
  consented_at bigint not null,
  constraint agreement_consent_pkey PRIMARY KEY (version_id, side),
  constraint agreement_consent_side_check CHECK ((side = ANY (ARRAY['marketing'::text, 'sales'::text]))),
  constraint agreement_consent_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint agreement_consent_version_id_fkey FOREIGN KEY (version_id) REFERENCES agreement_version(id)
);

create table agreement_outcome (
  version_id text collate "C" not null,
  workspace_id text collate "C" not null,
  agreement_id text collate "C" not null,
  how text collate "C" not null,
  decided_at bigint not null,
  decided_by text collate "C" not null,
  number bigint,
  review_date text collate "C",
  constraint agreement_outcome_pkey PRIMARY KEY (version_id),
  constraint agreement_outcome_check CHECK (((how = 'agreed'::text) = ((number IS NOT NULL) AND (review_date IS NOT NULL)))),
  constraint agreement_outcome_how_check CHECK ((how = ANY (ARRAY['agreed'::text, 'replaced'::text, 'withdrawn'::text]))),
  constraint agreement_outcome_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreement(id),
  constraint agreement_outcome_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id),
  constraint agreement_outcome_version_id_fkey FOREIGN KEY (version_id) REFERENCES agreement_version(id),
  constraint agreement_outcome_agreement_id_number_key UNIQUE (agreement_id, number)
);

create table agreement_renewal (
  workspace_id text collate "C" not null,
  version_id text collate "C" not null,
  review_date text collate "C" not null,
  side text collate "C" not null,
  person_id text collate "C" not null,
  renewed_at bigint not null,
  constraint agreement_renewal_pkey PRIMARY KEY (version_id, review_date, side),
  constraint agreement_renewal_side_check CHECK ((side = ANY (ARRAY['marketing'::text, 'sales'::text]))),
  constraint agreement_renewal_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint agreement_renewal_version_id_fkey FOREIGN KEY (version_id) REFERENCES agreement_version(id)
);

create table agreement_version (
  id text collate "C" not null,
  workspace_id text collate "C" not null,
  agreement_id text collate "C" not null,
  content text collate "C" not null,
  why text collate "C" not null,
  proposed_at bigint not null,
  proposed_by text collate "C" not null,
  constraint agreement_version_pkey PRIMARY KEY (id),
  constraint agreement_version_agreement_id_fkey FOREIGN KEY (agreement_id) REFERENCES agreement(id),
  constraint agreement_version_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES person(id)
);

CREATE INDEX agreement_version_agreement ON public.agreement_version USING btree (agreement_id, proposed_at);

create table audit (
  id text collate "C" not null,
  workspace_id text collate "C" not null,
  at bigint not null,
  person_id text collate "C" not null,
  what text collate "C" not null,
  about text collate "C" not null,
  constraint audit_pkey PRIMARY KEY (id),
  constraint audit_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);

CREATE INDEX audit_workspace ON public.audit USING btree (workspace_id, at);

create table channel_move (
  id text collate "C" not null,
  workspace_id text collate "C" not null,
  partnership_id text collate "C" not null,
  person_id text collate "C" not null,
  channel_id text collate "C" not null,
  what text collate "C" not null,
  moved_at bigint not null,
  answer text collate "C",
  answered_at bigint,
  answered_by text collate "C",
  constraint channel_move_pkey PRIMARY KEY (id),
  constraint channel_move_answer_check CHECK ((answer = ANY (ARRAY['marketing'::text, 'sales'::text, 'not part of it'::text, 'taken off'::text, 'stays'::text, 'moved again'::text]))),
  constraint channel_move_what_check CHECK ((what = ANY (ARRAY['joined'::text, 'left'::text]))),
  constraint channel_move_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES person(id),
  constraint channel_move_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint channel_move_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);

CREATE UNIQUE INDEX channel_move_open ON public.channel_move USING btree (partnership_id, person_id) WHERE (answered_at IS NULL);

create table check_in (
  id text collate "C" not null,
  workspace_id text collate "C" not null,
  partnership_id text collate "C" not null,
  schedule_id text collate "C" not null,
  template text collate "C" not null,
  name text collate "C" not null,
  channel_id text collate "C" not null,
  answer_hours bigint not null,
  created_at bigint not null,
  created_by text collate "C" not null,
  meeting_at text collate "C",
  own_zone bigint default 0 not null,
  channel text collate "C" default 'shared'::text not null,
  constraint check_in_pkey PRIMARY KEY (id),
  constraint check_in_channel_check CHECK ((channel = ANY (ARRAY['marketing'::text, 'sales'::text, 'shared'::text]))),
  constraint check_in_own_zone_check CHECK ((own_zone = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
  constraint check_in_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint check_in_schedule_id_fkey FOREIGN KEY (schedule_id) REFERENCES schedule(id),
  constraint check_in_schedule_id_key UNIQUE (schedule_id)
);

CREATE INDEX check_in_partnership ON public.check_in USING btree (partnership_id);

create table check_in_answer (
  workspace_id text collate "C" not null,
  occurrence_id text collate "C" not null,
  person_id text collate "C" not null,
  question text collate "C" not null,
  answer text collate "C" not null,
  constraint check_in_answer_pkey PRIMARY KEY (occurrence_id, person_id, question),
  constraint check_in_answer_occurrence_id_person_id_fkey FOREIGN KEY (occurrence_id, person_id) REFERENCES check_in_response(occurrence_id, person_id)
);

create table check_in_asked (
  workspace_id text collate "C" not null,
  occurrence_id text collate "C" not null,
  person_id text collate "C" not null,
  side text collate "C" not null,
  asked_at bigint not null,
  waits bigint default 0 not null,
  required bigint default 1 not null,
  constraint check_in_asked_pkey PRIMARY KEY (occurrence_id, person_id),
  constraint check_in_asked_required_check CHECK ((required = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
  constraint check_in_asked_side_check CHECK ((side = ANY (ARRAY['marketing'::text, 'sales'::text]))),
  constraint check_in_asked_waits_check CHECK ((waits = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
  constraint check_in_asked_occurrence_id_fkey FOREIGN KEY (occurrence_id) REFERENCES check_in_opening(occurrence_id),
  constraint check_in_asked_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);

CREATE INDEX check_in_asked_person ON public.check_in_asked USING btree (person_id);

CREATE INDEX check_in_asked_waits ON public.check_in_asked USING btree (asked_at) WHERE (waits = 1);

create table check_in_closing (
  occurrence_id text collate "C" not null,
  workspace_id text collate "C" not null,
  closed_at bigint not null,
  why text collate "C" not null,
  constraint check_in_closing_pkey PRIMARY KEY (occurrence_id),
  constraint check_in_closing_why_check CHECK ((why = ANY (ARRAY['deadline'::text, 'everyone'::text]))),
  constraint check_in_closing_occurrence_id_fkey FOREIGN KEY (occurrence_id) REFERENCES check_in_opening(occurrence_id)
);

create table check_in_facilitator (
  id text collate "C" not null,
  workspace_id text collate "C" not null,
  occurrence_id text collate "C" not null,
  person_id text collate "C" not null,
  side text collate "C" not null,
  since bigint not null,
  handed_by text collate "C",
  constraint check_in_facilitator_pkey PRIMARY KEY (id),
  constraint check_in_facilitator_side_check CHECK ((side = ANY (ARRAY['marketing'::text, 'sales'::text]))),
  constraint check_in_facilitator_handed_by_fkey FOREIGN KEY (handed_by) REFERENCES person(id),
  constraint check_in_facilitator_occurrence_id_fkey FOREIGN KEY (occurrence_id) REFERENCES check_in_opening(occurrence_id),
  constraint check_in_facilitator_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);

CREATE INDEX check_in_facilitator_occurrence ON public.check_in_facilitator USING btree (occurrence_id, since);

create table check_in_opening (
  occurrence_id text collate "C" not null,
  workspace_id text collate "C" not null,
  check_in_id text collate "C" not null,
  version bigint not null,
  opened_at bigint not null,
  deadline_at bigint not null,
  open bigint default 1 not null,
  meets_at bigint,
  own_from text collate "C",
  questions text collate "C",
  constraint check_in_opening_pkey PRIMARY KEY (occurrence_id),
  constraint check_in_opening_open_check CHECK ((open = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
  constraint check_in_opening_check_in_id_version_fkey FOREIGN KEY (check_in_id, version) REFERENCES check_in_version(check_in_id, version),
  constraint check_in_opening_occurrence_id_fkey FOREIGN KEY (occurrence_id) REFERENCES occurrence(id)
);

CREATE INDEX check_in_opening_check_in ON public.check_in_opening USING btree (check_in_id, opened_at);

CREATE INDEX check_in_opening_open ON public.check_in_opening USING btree (deadline_at) WHERE (open = 1);

create table check_in_part (
  workspace_id text collate "C" not null,
  check_in_id text collate "C" not null,
  person_id text collate "C" not null,
  part text collate "C" not null,
  constraint check_in_part_pkey PRIMARY KEY (check_in_id, person_id),
  constraint check_in_part_part_check CHECK ((part = ANY (ARRAY['optional'::text, 'observer'::text]))),
  constraint check_in_part_check_in_id_fkey FOREIGN KEY (check_in_id) REFERENCES check_in(id),
  constraint check_in_part_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);

create table check_in_response (
  workspace_id text collate "C" not null,
  occurrence_id text collate "C" not null,
  person_id text collate "C" not null,
  answered_at bigint not null,
  changed_at bigint not null,
  constraint check_in_response_pkey PRIMARY KEY (occurrence_id, person_id),
  constraint check_in_response_occurrence_id_fkey FOREIGN KEY (occurrence_id) REFERENCES check_in_opening(occurrence_id),
  constraint check_in_response_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);

CREATE INDEX check_in_response_person ON public.check_in_response USING btree (person_id);

create table check_in_skip (
  workspace_id text collate "C" not null,
  occurrence_id text collate "C" not null,
  person_id text collate "C" not null,
  skipped_at bigint not null,
  constraint check_in_skip_pkey PRIMARY KEY (occurrence_id, person_id),
  constraint check_in_skip_occurrence_id_fkey FOREIGN KEY (occurrence_id) REFERENCES check_in_opening(occurrence_id),
  constraint check_in_skip_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);

create table check_in_version (
  workspace_id text collate "C" not null,
  check_in_id text collate "C" not null,
  version bigint not null,
  questions text collate "C" not null,
  made_at bigint not null,
  constraint check_in_version_pkey PRIMARY KEY (check_in_id, version),
  constraint check_in_version_check_in_id_fkey FOREIGN KEY (check_in_id) REFERENCES check_in(id)
);

create table contact_person (
  workspace_id text collate "C" not null,
  partnership_id text collate "C" not null,
  side text collate "C" not null,
  person_id text collate "C" not null,
  subject text collate "C" not null,
  since bigint not null,
  constraint contact_person_pkey PRIMARY KEY (partnership_id, side, subject, person_id),
  constraint contact_person_side_check CHECK ((side = ANY (ARRAY['marketing'::text, 'sales'::text]))),
  constraint contact_person_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint contact_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);

create table day_off (
  workspace_id text collate "C" not null,
  partnership_id text collate "C" not null,
  date text collate "C" not null,
  name text collate "C" not null,
  constraint day_off_pkey PRIMARY KEY (partnership_id, date),
  constraint day_off_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id)
);

create table decision (
  id text collate "C" not null,
  workspace_id text collate "C" not null,
  partnership_id text collate "C" not null,
  occurrence_id text collate "C" not null,
  text text collate "C" not null,
  made_at bigint not null,
  made_by text collate "C" not null,
  constraint decision_pkey PRIMARY KEY (id),
  constraint decision_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id),
  constraint decision_occurrence_id_fkey FOREIGN KEY (occurrence_id) REFERENCES check_in_opening(occurrence_id),
  constraint decision_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id)
);

CREATE INDEX decision_occurrence ON public.decision USING btree (occurrence_id);

CREATE INDEX decision_partnership ON public.decision USING btree (partnership_id, made_at);

create table decision_withdrawal (
  decision_id text collate "C" not null,
  workspace_id text collate "C" not null,
  withdrawn_at bigint not null,
  withdrawn_by text collate "C" not null,
  constraint decision_withdrawal_pkey PRIMARY KEY (decision_id),
  constraint decision_withdrawal_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decision(id),
  constraint decision_withdrawal_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES person(id)
);

create table delivery (
  id text collate "C" not null,
  workspace_id text collate "C" not null,
  cause text collate "C" not null,
  kind text collate "C" not null,
  recipient text collate "C" not null,
  what text collate "C" not null,
  about text collate "C" not null,
  state text collate "C" not null,
  parent_id text collate "C",
  due_at bigint not null,
  run_after bigint not null,
  lease_token text collate "C",
  lease_until bigint,
  wire_at bigint,
  attempts bigint not null,
  absent_looks bigint not null,
  payload text collate "C",
  again bigint default 0 not null,
  channel_id text collate "C",
  ts text collate "C",
  sent_at bigint,
  reason text collate "C",
  created_at bigint not null,
  partnership_id text collate "C" default ''::text not null,
  pilot_id text collate "C",
  constraint delivery_pkey PRIMARY KEY (id),
  constraint delivery_again_check CHECK ((again = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
  constraint delivery_kind_check CHECK ((kind = ANY (ARRAY['post'::text, 'reply'::text, 'dm'::text, 'update'::text]))),
  constraint delivery_state_check CHECK ((state = ANY (ARRAY['due'::text, 'leased'::text, 'sending'::text, 'unsure'::text, 'checking'::text, 'sent'::text, 'skipped'::text, 'failed'::text, 'unknown'::text]))),
  constraint delivery_pilot_id_fkey FOREIGN KEY (pilot_id) REFERENCES person(id),
  constraint delivery_cause_kind_recipient_key UNIQUE (cause, kind, recipient)
);

CREATE INDEX delivery_claim ON public.delivery USING btree (run_after) WHERE (state = ANY (ARRAY['due'::text, 'unsure'::text]));

CREATE INDEX delivery_lease ON public.delivery USING btree (lease_until) WHERE (state = ANY (ARRAY['leased'::text, 'sending'::text, 'checking'::text]));

CREATE INDEX delivery_parent ON public.delivery USING btree (parent_id) WHERE (parent_id IS NOT NULL);

CREATE INDEX delivery_told ON public.delivery USING btree (recipient, sent_at) WHERE (kind = 'dm'::text);

CREATE INDEX delivery_undecided ON public.delivery USING btree (workspace_id) WHERE (state = ANY (ARRAY['unknown'::text, 'failed'::text]));

create table delivery_event (
  id text collate "C" not null,
  workspace_id text collate "C" not null,
  delivery_id text collate "C" not null,
  at bigint not null,
  from_state text collate "C" not null,
  to_state text collate "C" not null,
  detail text collate "C" not null,
  constraint delivery_event_pkey PRIMARY KEY (id),
  constraint delivery_event_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES delivery(id)
);

CREATE INDEX delivery_event_delivery ON public.delivery_event USING btree (delivery_id, at);

create table gate (
  scope text collate "C" not null,
  not_before bigint not null,
  constraint gate_pkey PRIMARY KEY (scope)
);

create table goal (
  id text collate "C" not null,
  workspace_id text collate "C" not null,
  partnership_id text collate "C" not null,
  name text collate "C" not null,
  unit text collate "C" not null,
  start text collate "C" not null,
  target text collate "C" not null,
  from_date text collate "C" not null,
  due_date text collate "C" not null,
  created_at bigint not null,
  created_by text collate "C" not null,
  constraint goal_pkey PRIMARY KEY (id),
  constraint goal_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id)
);

CREATE INDEX goal_partnership ON public.goal USING btree (partnership_id);

create table goal_end (
  goal_id text collate "C" not null,
  workspace_id text collate "C" not null,
  how text collate "C" not null,
  reason text collate "C" not null,
  ended_at bigint not null,
  ended_by text collate "C" not null,
  constraint goal_end_pkey PRIMARY KEY (goal_id),
  constraint goal_end_how_check CHECK ((how = ANY (ARRAY['reached'::text, 'stopped'::text]))),
  constraint goal_end_goal_id_fkey FOREIGN KEY (goal_id) REFERENCES goal(id)
);

create table goal_number (
  id text collate "C" not null,
  workspace_id text collate "C" not null,
  goal_id text collate "C" not null,
  value text collate "C" not null,
  date text collate "C" not null,
  noted_at bigint not null,
  noted_by text collate "C" not null,
  constraint goal_number_pkey PRIMARY KEY (id),
  constraint goal_number_goal_id_fkey FOREIGN KEY (goal_id) REFERENCES goal(id)
);

CREATE INDEX goal_number_goal ON public.goal_number USING btree (goal_id, date);

create table goal_owner (
  workspace_id text collate "C" not null,
  goal_id text collate "C" not null,
  side text collate "C" not null,
  person_id text collate "C" not null,
  since bigint not null,
  inherited_from text collate "C",
  constraint goal_owner_pkey PRIMARY KEY (goal_id, side),
  constraint goal_owner_side_check CHECK ((side = ANY (ARRAY['marketing'::text, 'sales'::text]))),
  constraint goal_owner_goal_id_fkey FOREIGN KEY (goal_id) REFERENCES goal(id),
  constraint goal_owner_inherited_from_fkey FOREIGN KEY (inherited_from) REFERENCES person(id),
  constraint goal_owner_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);

CREATE INDEX goal_owner_person ON public.goal_owner USING btree (person_id);

create table home_view (
  person_id text collate "C" not null,
  workspace_id text collate "C" not null,
  opened_at bigint not null,
  published_at bigint not null,
  due_at bigint,
  constraint home_view_pkey PRIMARY KEY (person_id),
  constraint home_view_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);

CREATE INDEX home_view_due ON public.home_view USING btree (due_at) WHERE (due_at IS NOT NULL);

CREATE INDEX home_view_published ON public.home_view USING btree (published_at);

create table inbox (
  key text collate "C" not null,
  kind text collate "C" not null,
  body text collate "C",
  received_at bigint not null,
  done_at bigint,
  attempts bigint not null,
  lease_until bigint not null,
  constraint inbox_pkey PRIMARY KEY (key)
);

CREATE INDEX inbox_open ON public.inbox USING btree (lease_until) WHERE (done_at IS NULL);

create table membership (
  id text collate "C" not null,
  workspace_id text collate "C" not null,
  partnership_id text collate "C" not null,
  person_id text collate "C" not null,
  side text collate "C" not null,
  added_at bigint not null,
  removed_at bigint,
  constraint membership_pkey PRIMARY KEY (id),
  constraint membership_side_check CHECK ((side = ANY (ARRAY['marketing'::text, 'sales'::text]))),
  constraint membership_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint membership_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);

CREATE UNIQUE INDEX membership_current ON public.membership USING btree (partnership_id, person_id) WHERE (removed_at IS NULL);

CREATE INDEX membership_person ON public.membership USING btree (person_id) WHERE (removed_at IS NULL);

create table migration (
  name text collate "C" not null,
  checksum text collate "C" not null,
  applied_at bigint not null,
  constraint migration_pkey PRIMARY KEY (name)
);

create table occurrence (
  id text collate "C" not null,
  workspace_id text collate "C" not null,
  schedule_id text collate "C" not null,
  slot text collate "C" not null,
  due_at bigint not null,
  created_at bigint not null,
  skipped text collate "C",
  date text collate "C",
  constraint occurrence_pkey PRIMARY KEY (id),
  constraint occurrence_schedule_id_fkey FOREIGN KEY (schedule_id) REFERENCES schedule(id),
  constraint occurrence_schedule_id_slot_key UNIQUE (schedule_id, slot)
);

create table partnership (
  id text collate "C" not null,
  workspace_id text collate "C" not null,
  name text collate "C" not null,
  marketing_channel_id text collate "C" not null,
  sales_channel_id text collate "C" not null,
  shared_channel_id text collate "C" not null,
  language text collate "C" not null,
  zone text collate "C" not null,
  working_days text collate "C" not null,
  work_start text collate "C" not null,
  work_end text collate "C" not null,
  holiday_country text collate "C" not null,
  created_at bigint not null,
  created_by text collate "C" not null,
  changed_at bigint not null,
  pilot_id text collate "C",
  constraint partnership_pkey PRIMARY KEY (id),
  constraint partnership_language_check CHECK ((language = ANY (ARRAY['en'::text, 'nl'::text]))),
  constraint partnership_pilot_id_fkey FOREIGN KEY (pilot_id) REFERENCES person(id),
  constraint partnership_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id)
);

CREATE INDEX partnership_workspace ON public.partnership USING btree (workspace_id);

create table partnership_part (
  workspace_id text collate "C" not null,
  partnership_id text collate "C" not null,
  part text collate "C" not null,
  turned_on_at bigint not null,
  turned_on_by text collate "C" not null,
  constraint partnership_part_pkey PRIMARY KEY (partnership_id, part),
  constraint partnership_part_part_check CHECK ((part = ANY (ARRAY['feedback'::text, 'handoffs'::text, 'accounts'::text, 'agreements'::text, 'pulse'::text]))),
  constraint partnership_part_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id)
);

create table partnership_part_refusal (
  workspace_id text collate "C" not null,
  partnership_id text collate "C" not null,
  part text collate "C" not null,
  refused_at bigint not null,
  refused_by text collate "C" not null,
  constraint partnership_part_refusal_pkey PRIMARY KEY (partnership_id, part, refused_at),
  constraint partnership_part_refusal_part_check CHECK ((part = ANY (ARRAY['feedback'::text, 'handoffs'::text, 'accounts'::text, 'agreements'::text, 'pulse'::text]))),
  constraint partnership_part_refusal_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint partnership_part_refusal_refused_by_fkey FOREIGN KEY (refused_by) REFERENCES person(id)
);

create table partnership_role (
  workspace_id text collate "C" not null,
  partnership_id text collate "C" not null,
  side text collate "C" not null,
  role text collate "C" not null,
  person_id text collate "C" not null,
  since bigint not null,
  constraint partnership_role_pkey PRIMARY KEY (partnership_id, side, role),
  constraint partnership_role_role_check CHECK ((role = ANY (ARRAY['team_lead'::text, 'deputy'::text]))),
  constraint partnership_role_side_check CHECK ((side = ANY (ARRAY['marketing'::text, 'sales'::text]))),
  constraint partnership_role_partnership_id_fkey FOREIGN KEY (partnership_id) REFERENCES partnership(id),
  constraint partnership_role_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);

CREATE INDEX partnership_role_person ON public.partnership_role USING btree (person_id);

create table person (
  id text collate "C" not null,
  workspace_id text collate "C" not null,
  slack_id text collate "C" not null,
  name text collate "C" not null,
  zone text collate "C" not null,
  language text collate "C" not null,
  kind text collate "C" not null,
  admin bigint not null,
  deactivated_at bigint,
  dm_channel_id text collate "C",
  learned_at bigint not null,
  messages text collate "C" default 'daily'::text not null,
  own_language text collate "C",
  constraint person_pkey PRIMARY KEY (id),
  constraint person_admin_check CHECK ((admin = ANY (ARRAY[(0)::bigint, (1)::bigint]))),
  constraint person_kind_check CHECK ((kind = ANY (ARRAY['member'::text, 'guest'::text, 'external'::text, 'bot'::text]))),
  constraint person_language_check CHECK ((language = ANY (ARRAY['en'::text, 'nl'::text]))),
  constraint person_messages_check CHECK ((messages = ANY (ARRAY['daily'::text, 'monday'::text, 'home'::text]))),
  constraint person_own_language_check CHECK ((own_language = ANY (ARRAY['en'::text, 'nl'::text]))),
  constraint person_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(id),
  constraint person_workspace_id_slack_id_key UNIQUE (workspace_id, slack_id)
);

CREATE INDEX person_gone ON public.person USING btree (id) WHERE (deactivated_at IS NOT NULL);

create table restore (
  id text collate "C" not null,
  at bigint not null,
  since bigint not null,
  confirmed bigint not null,
  constraint restore_pkey PRIMARY KEY (id),
  constraint restore_confirmed_check CHECK ((confirmed = ANY (ARRAY[(0)::bigint, (1)::bigint])))
);

create table schedule (
  id text collate "C" not null,
  workspace_id text collate "C" not null,
  kind text collate "C" not null,
  rule text collate "C" not null,
  status text collate "C" not null,
  rev bigint not null,
  next_slot text collate "C",
  next_due_at bigint,
  tzdata text collate "C" not null,
  retry_at bigint,
  exceptions text collate "C" default '[]'::text not null,
  constraint schedule_pkey PRIMARY KEY (id),
  constraint schedule_status_check CHECK ((status = ANY (ARRAY['active'::text, 'paused'::text, 'ended'::text])))
);

CREATE INDEX schedule_next ON public.schedule USING btree (next_due_at) WHERE (status = 'active'::text);

CREATE INDEX schedule_resting ON public.schedule USING btree (retry_at) WHERE ((status = 'active'::text) AND (retry_at IS NOT NULL));

create table setup_draft (
  workspace_id text collate "C" not null,
  person_id text collate "C" not null,
  draft text collate "C" not null,
  updated_at bigint not null,
  constraint setup_draft_pkey PRIMARY KEY (person_id),
  constraint setup_draft_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);

create table workspace (
  id text collate "C" not null,
  enterprise_id text collate "C" not null,
  team_id text collate "C" not null,
  name text collate "C" not null,
  bot_id text collate "C" not null,
  bot_user_id text collate "C" not null,
  installed_at bigint not null,
  constraint workspace_pkey PRIMARY KEY (id),
  constraint workspace_enterprise_id_team_id_key UNIQUE (enterprise_id, team_id)
);
