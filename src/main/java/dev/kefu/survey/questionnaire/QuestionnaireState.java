package dev.kefu.survey.questionnaire;

/** Where a version of a questionnaire stands. */
public enum QuestionnaireState {

  DRAFT("Draft 草稿"),
  /** Trial answers are given. */
  TRIAL("On trial 試調查"),
  /** It is asked and never changes. */
  RELEASED("Released 已發布"),
  /** A later draft took its place before it was released. */
  REPLACED("Replaced 已被取代");

  private final String label;

  QuestionnaireState(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }
}
