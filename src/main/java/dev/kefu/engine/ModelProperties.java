package dev.kefu.engine;

/** Names of the extension properties that Kefu reads from a model or a form; process owners set them in Camunda Modeler. */
public final class ModelProperties {

  /** On a process: three capital letters, the prefix of its case numbers ({@code HLP} gives {@code HLP-2026-000001}). A process without it is only called by others. */
  public static final String CASE_NUMBER_PREFIX = "caseNumberPrefix";

  /** On a user task whose candidate groups are an expression: the comma-separated role ids that it may yield. On a lane that is a function (handler 承辦人): the roles that act in it. */
  public static final String ROLES = "roles";

  /** On a message catch event or a message start event: id of the form whose data the message brings. */
  public static final String EVENT_FORM = "eventForm";

  /** On a message catch event: comma-separated role ids of those who may report the event; {@link #STARTER} stands for whoever started the case. */
  public static final String EVENT_ROLES = "eventRoles";

  /** On the message start event of a withdrawal: comma-separated activity ids; once one of them is completed, the event is accepted no more. */
  public static final String EVENT_UNTIL = "eventUntil";

  /** In {@link #EVENT_ROLES}: the person who started the case. */
  public static final String STARTER = "starter";

  /** On a form field: the comma-separated role ids that may read the field once it is submitted; the value itself never becomes a process variable. */
  public static final String CLASSIFIED = "classified";

  /** On a text of a form: the kind of attachment, in camelCase, that the case must have before the form is accepted; the text says what to attach. Not asked for while the text is hidden. */
  public static final String ATTACHMENT = "attachment";

  /** On a dynamic list: the least number of rows. */
  public static final String MIN_ROWS = "minRows";

  /** On a dynamic list: the greatest number of rows. */
  public static final String MAX_ROWS = "maxRows";

  /** On a step, an event or the process (what a start listener sets): the comma-separated plain variables that its bean sets in any case; the model contract relies on it. */
  public static final String SETS = "sets";

  /** On a user task, a receive task or a catch event: {@code true} stops all other clocks of the case while a token stands there. */
  public static final String WAITS_FOR_CUSTOMER = "waitsForCustomer";

  /**
   * On a user task or a call activity: comma-separated ids of the steps whose performers are barred from it (C6, four eyes); a step is a user task or
   * a call activity, which stands for all tasks inside the call. It is looked for in the own process and, where that has no such step, in each caller,
   * up the chain. On a call activity the property holds for every user task inside the call, at any depth. Performers are who held the task when it was completed, who had
   * delegated it, the deputy who resolved it, and whoever corrected its form.
   */
  public static final String FOUR_EYES = "fourEyes";

  /** On a user task or a call activity: comma-separated plain variables that hold the user ids (comma-separated) of further persons who are barred from it, for example {@code drafter}; looked for where the step stands, then up the chain of callers. */
  public static final String FOUR_EYES_PERSONS = "fourEyesPersons";

  /** On a process: comma list of what its customer is told by mail: {@code receipt} (once the customer is known), {@code result} (at the end), {@code delay}. */
  public static final String CUSTOMER_NOTICES = "customerNotices";

  /** On a process that people start: what it is for, in a sentence, English and Chinese; it stands beside the start button. */
  public static final String START_SENTENCE = "startSentence";

  private ModelProperties() {
  }
}
