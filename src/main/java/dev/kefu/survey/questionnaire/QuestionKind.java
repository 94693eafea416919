package dev.kefu.survey.questionnaire;

/** How a question is answered. */
public enum QuestionKind {

  /** One of the options. */
  SINGLE("Single choice 單選"),
  /** Any of the options. */
  MULTIPLE("Multiple choice 多選"),
  /** 1 to 5. */
  SCALE("Scale 1-5 五級量表"),
  NUMBER("Number 數字"),
  DATE("Date 日期"),
  SHORT_TEXT("Short text 短文本"),
  LONG_TEXT("Long text 長文本");

  private final String label;

  QuestionKind(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }

  /** Whether options belong to it. */
  public boolean hasOptions() {
    return this == SINGLE || this == MULTIPLE;
  }

  /** Whether it is answered in one's own words, which are read and not counted. */
  public boolean isText() {
    return this == SHORT_TEXT || this == LONG_TEXT;
  }

  /** Whether its answers are a few values, so that it can stand in a table with another question. */
  public boolean isClosed() {
    return hasOptions() || this == SCALE;
  }
}
