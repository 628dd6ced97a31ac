/** Notices about an account itself, its number, templates or standing, as opposed to those about a talk with one customer. */
const aboutAccount: ReadonlySet<string> = new Set([
  'policy_enforcement',
  'account_update',
  'account_alerts',
  'account_review_update',
  'phone_number_quality_update',
  'phone_number_name_update',
  'message_template_status_update',
  'message_template_quality_update',
  'errors',
  'history',
  'replay_job_status',
]);

/** True when a notice of this name concerns whoever runs the account, not who answers a customer. */
export function isAccountNotice(name: string): boolean {
  return aboutAccount.has(name);
}
