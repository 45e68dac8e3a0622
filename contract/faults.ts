/**
 * What can be wrong with a field beyond its type and length. The API describes each in the caller's language; a
 * validator's own text is never shown.
 */
export type FieldRule =
  | 'no_control_characters'
  | 'no_nul_characters'
  | 'id_form'
  | 'metadata_size'
  | 'whole_shillings'
  | 'time_of_day'
  | 'timezone'
  | 'slug_form'
  | 'code_form'
  | 'end_after_start'
  | 'event_needed'
  | 'quantity_needed'
  | 'bundle_days'
  | 'webhook_secret_form'
  | 'delivery_or_since'

/** Puts the rule's name in place of a validator's message. */
export const broken = (rule: FieldRule) => ({ message: rule })
