package dev.kefu.notification;

/**
 * The texts that exist: each is a file {@code templates/notification/<name>.txt}, English then Chinese, its first line the subject. Every text may
 * also use {@code recipient} (name of who reads it), {@code caseNumber}, {@code link} (the task with the fact {@code taskId}, else the task list).
 */
public final class NotificationTemplates {

  /** To the assignee of a task. Facts: task, taskId, process. */
  public static final String TASK_ASSIGNED = "task-assigned";

  /** To the candidates for a task. Facts: task, taskId, process; {@code by} is left out: who caused it. Dropped when the task was taken before it is sent. */
  public static final String TASK_OFFERED = "task-offered";

  /** At 75 % of a deadline, to the assignee or the candidates (C4). Facts: task, due; taskId. */
  public static final String DEADLINE_REMINDER = "deadline-reminder";

  /** At 100 % of a deadline, to the superior role (C4). Facts: task, due; taskId. */
  public static final String DEADLINE_ESCALATION = "deadline-escalation";

  /** At 200 % of a deadline, to the superior role, which has the task now (C4). Facts: task, due; taskId. */
  public static final String DEADLINE_HAND_OVER = "deadline-hand-over";

  /** To administrators: nothing has watched the deadlines for a while. Facts: since. */
  public static final String DEADLINE_SWEEP_STANDS_STILL = "deadline-sweep-stands-still";

  /** To administrators: the audit trail is not what was sealed. Facts: when, fault. */
  public static final String AUDIT_TRAIL_DAMAGED = "audit-trail-damaged";

  /** To the superior of a role that nobody holds and that has work. Facts: role. */
  public static final String POST_VACANT = "post-vacant";

  /** To administrators: nobody holds a role that has work. Facts: role; standIn, the superior who can do it. */
  public static final String POST_VACANT_ALARM = "post-vacant-alarm";

  /** To administrators: nobody can do the work of a role, no superior either. Facts: role. */
  public static final String POST_VACANT_NOBODY = "post-vacant-nobody";

  /** To whoever acts for somebody who is away. Facts: person, from, until. */
  public static final String ABSENCE_DEPUTY = "absence-deputy";

  /** To a person for whom somebody else entered or changed an absence. Facts: from, until, deputy. */
  public static final String ABSENCE_ENTERED = "absence-entered";

  /** To the person and the deputy: the absence is over. Facts: person, deputy. */
  public static final String ABSENCE_ENDED = "absence-ended";

  /** To the person and the superiors: the deputy is no longer there. Facts: person, deputy. */
  public static final String ABSENCE_WITHOUT_DEPUTY = "absence-without-deputy";

  /** To whoever takes over from somebody who has left. Facts: person. */
  public static final String LEAVER_SUCCESSOR = "leaver-successor";

  /** To managers and legal counsel: a major or urgent complaint came in. Facts: severity, customer, summary. */
  public static final String COMPLAINT_ALERT = "complaint-alert";

  /** To warehouse keepers: a batch is to be blocked at once (P60). Facts: product, batch. */
  public static final String BATCH_HOLD = "batch-hold";

  /** To whoever holds a quality complaint, with a copy to the manager: its last day has passed (P60). Facts: due; steps, what is open. */
  public static final String QUALITY_OVERDUE = "quality-overdue";

  /** To leaders and departments: an analysis of complaints is approved (P63). Facts: period, numbers, causes, report (the end of the link to the figures). */
  public static final String COMPLAINT_ANALYSIS = "complaint-analysis";

  /** To a customer: the case is registered. Facts: date. */
  public static final String CUSTOMER_RECEIPT = "customer-receipt";

  /** To a customer: it takes longer. Facts: date, the new one. */
  public static final String CUSTOMER_DELAY = "customer-delay";

  /** To a customer: the case has ended. Facts: date, outcome. */
  public static final String CUSTOMER_RESULT = "customer-result";

  /** To the handler of a complaint: everything that was approved is carried out or refused (P61). Facts: result. */
  public static final String REMEDY_FINISHED = "remedy-finished";

  /** To the general manager and the complaint supervisor: a corrective action was not accepted for the second time (P62). Facts: department, summary, reason. */
  public static final String CORRECTION_ESCALATED = "correction-escalated";

  /** To whoever started a case: others have decided it. Facts: process, outcome, reason. */
  public static final String STARTER_RESULT = "starter-result";

  /** To whoever has shifts: a version of the roster is in force (P10). Facts: month, what, shifts. */
  public static final String ROSTER_PUBLISHED = "roster-published";

  /** To those above a support engineer: a time of a technical problem is missed (P57). Facts: time, summary. */
  public static final String SUPPORT_OVERDUE = "support-overdue";

  /** To those who were told of a leak of customer data (P74): it was none. No facts: what was reported is classified. */
  public static final String LEAK_FALSE_ALARM = "leak-false-alarm";

  /** To a customer: what a repair will cost; asks for consent (P55). Facts: product, amount, cause. */
  public static final String REPAIR_ESTIMATE = "repair-estimate";

  /** To a customer: the unit can be fetched, or is brought back (P55). Facts: product, result. */
  public static final String REPAIR_READY = "repair-ready";

  /** To a customer: the unit still waits (P55). Facts: product; number, which reminder it is. */
  public static final String REPAIR_UNFETCHED = "repair-unfetched";

  /** To sales and finance: what may be sold to a customer on credit has changed (P17). Facts: customer, what. */
  public static final String CREDIT_STANDING = "credit-standing";

  /** To those who keep records of a customer: the customer's data were registered or changed (P64). Facts: customerCode, customerName, summary. */
  public static final String CUSTOMER_REGISTERED = "customer-registered";

  /** To an agency: asks for an offer (P15). Facts: agency, survey, brief, ceiling, due, until. */
  public static final String AGENCY_INVITATION = "agency-invitation";

  /** To an agency: its report is late (P15). Facts: agency, survey, due, days, penalty. */
  public static final String AGENCY_URGE = "agency-urge";

  /** To an agency: what is to be corrected (P15). Facts: agency, survey, findings, until. */
  public static final String AGENCY_CORRECTION = "agency-correction";
  /** To the department that asked and to leaders: a survey report is submitted (P14). Facts: title, department, secrecy. */
  public static final String SURVEY_REPORT = "survey-report";

  /** To the user of a survey report and the supervisor: its date comes near (P14). Facts: title, due, state. */
  public static final String SURVEY_DUE = "survey-due";

  private NotificationTemplates() {
  }
}
