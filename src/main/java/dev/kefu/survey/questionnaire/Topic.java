package dev.kefu.survey.questionnaire;

/** What a survey may ask about: article 5 of the survey policy. */
public enum Topic {

  PERSON("Personal and family situation 個人與家庭狀況"),
  INCOME("Income, spending, saving, property 收入、支出、儲蓄與財產"),
  HOUSING("Housing 住房情況"),
  TASTES("Consumer tastes 消費嗜好"),
  CREDIT("Credit 信用情況"),
  NEEDS("Needs and product awareness 需求與產品認知"),
  BUSINESS("Business and management level 經營情況與管理水平"),
  PARTNERS("Main partners 主要合作夥伴");

  private final String label;

  Topic(String label) {
    this.label = label;
  }

  /** 1 to 8. */
  public int number() {
    return ordinal() + 1;
  }

  /** What people read. */
  public String label() {
    return label;
  }

  /**
   * The topic with this number.
   *
   * @throws IllegalArgumentException for a number that is none of 1 to 8
   */
  public static Topic of(int number) {
    if (number < 1 || number > values().length) {
      throw new IllegalArgumentException(number + " is no topic of article 5. 無此調查內容。");
    }
    return values()[number - 1];
  }
}
