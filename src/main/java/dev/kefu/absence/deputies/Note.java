package dev.kefu.absence.deputies;

/**
 * What an absence did to a task.
 *
 * @param deputy who has it; of a barred one the superior's groups, with commas between them
 * @param onBehalfOf whom the deputy acts for; null when that one has left
 * @param checked whether four eyes was asked again after the step before was done
 */
record Note(String taskId, long absenceId, Kind kind, String person, String deputy, String onBehalfOf, String processKey, boolean checked) {

  /** What became of the task. */
  enum Kind {
    /** It was the person's; the deputy has it. */
    HANDED,
    /** It is offered to the person, or to a group of the person's; the deputy may take it too. */
    OFFERED,
    /** The person takes it although away. */
    KEPT,
    /** Four eyes bars the deputy: superiors may take it. */
    BARRED,
    /** Four eyes bars the deputy or the person from what is offered. */
    SKIPPED
  }
}
