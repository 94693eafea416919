package dev.kefu.engine.form;

import java.math.BigDecimal;

/** What a person reads when a value is refused: English, then Chinese. */
final class Messages {

  static final String REQUIRED = "is required 必填";
  static final String REQUIRED_CHECK = "must be ticked 必須勾選";
  static final String NOT_ASKED = "is not asked for here, leave it empty 此處不需填寫，請留空";
  static final String NOT_EDITABLE = "cannot be changed here 此處不可修改";
  static final String UNKNOWN_KEY = "is no field of this form 不是本表單的欄位";
  static final String CONDITION = "has a condition that cannot be evaluated, tell the process owner 的顯示條件無法計算，請通知流程負責人";
  static final String LIMIT = "has a limit that cannot be evaluated, tell the process owner 的限制條件無法計算，請通知流程負責人";
  static final String NO_TEXT = "must be a text 須為文字";
  static final String NO_YES_NO = "must be yes or no 須為是或否";
  static final String NO_OBJECT = "must be an object of fields 須為欄位的集合";
  static final String NO_LIST = "must be a list of rows 須為多行列表";
  static final String NO_ROW = "must be a row of fields 須為一行欄位";
  static final String NO_SELECTION = "must be a list of options 須為選項列表";
  static final String NO_OPTION = "is none of the options 不在選項之內";
  static final String TWICE = "has an option twice 有重複的選項";
  static final String NO_NUMBER = "must be a number 須為數字";
  static final String NO_DECIMAL_TEXT = "must be a number such as 1200.50 須為數字，例如 1200.50";
  static final String TOO_LARGE = "is too large a number 數字過大";
  static final String TOO_MANY_DIGITS = "has too many digits 位數過多";
  static final String BAD_CHARACTER = "has a character that cannot be stored 含有無法儲存的字元";
  static final String LINE_BREAK = "must be one line 須為單行";
  static final String PATTERN = "has a wrong format 格式不正確";
  static final String EMAIL = "must be an e-mail address 須為電子郵件地址";
  static final String PHONE = "must be an international phone number such as +8613800138000 須為國際電話號碼，例如 +8613800138000";
  static final String NO_DATE = "must be a date such as 2026-11-26 須為日期，例如 2026-11-26";
  static final String PAST = "must not be before today 不得早於今天";

  static final String ATTACHMENT = "attach it first, in the tab Attachments 請先在「附件」分頁上傳";

  private Messages() {
  }

  static String atLeast(BigDecimal min) {
    return "at least " + min.toPlainString() + " 不得小於 " + min.toPlainString();
  }

  static String atMost(BigDecimal max) {
    return "at most " + max.toPlainString() + " 不得超過 " + max.toPlainString();
  }

  static String charactersAtLeast(BigDecimal min) {
    return "at least " + min.toPlainString() + " characters 至少 " + min.toPlainString() + " 字";
  }

  static String charactersAtMost(BigDecimal max) {
    return "at most " + max.toPlainString() + " characters 不得超過 " + max.toPlainString() + " 字";
  }

  static String rowsAtLeast(int min) {
    return "at least " + min + " rows 至少 " + min + " 行";
  }

  static String rowsAtMost(int max) {
    return "at most " + max + " rows 不得超過 " + max + " 行";
  }

  static String decimalDigits(int digits) {
    return digits == 0 ? "must be a whole number 須為整數" : "at most " + digits + " decimal digits 小數不得超過 " + digits + " 位";
  }

  static String increment(BigDecimal step) {
    return "must be a multiple of " + step.toPlainString() + " 須為 " + step.toPlainString() + " 的倍數";
  }

  static String time(String sample) {
    return "must be a time such as " + sample + " 須為時間，例如 " + sample;
  }
}
