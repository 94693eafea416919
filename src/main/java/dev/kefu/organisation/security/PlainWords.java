package dev.kefu.organisation.security;

/** What people read when something is refused: English, then Chinese. */
final class PlainWords {

  static final String LOGIN_NEEDED = "Log in first. 請先登入。";

  static final String TOKEN_NEEDED = "Send a valid token of your channel: Authorization: Bearer … 請附上渠道的有效令牌。";

  static final String SESSION_ENDED = "Your session has ended. What you typed is still on this page: log in again in another tab or window, "
    + "then repeat the step here. 您的登入已失效。已填寫的內容仍保留在此頁:請在另一個分頁或視窗重新登入,再回到此頁重做這一步。";

  static final String FORBIDDEN = "You may not do this. Ask your supervisor or an administrator if you need it. "
    + "您沒有此項權限;如有需要,請向主管或系統管理員提出。";

  static final String NOT_FOUND = "There is nothing at this address. 此網址沒有內容。";

  static final String OUR_FAULT = "Something went wrong on our side. Try again; if it happens again, tell an administrator when it was. "
    + "系統發生錯誤,請再試一次;若再次發生,請告知系統管理員發生的時間。";

  static final String NOT_UNDERSTOOD = "The request could not be understood. 無法理解此請求。";

  private PlainWords() {
  }

  static String loginRefused(long seconds, int attempts) {
    return ("Wrong user or password, or locked for some seconds after wrong attempts; wait %1$d seconds and try again. "
      + "After %2$d wrong attempts an administrator has to unlock the account. "
      + "帳號或密碼錯誤,或因輸入錯誤而暫時鎖定;請等待 %1$d 秒後再試。錯誤達 %2$d 次後須由系統管理員解鎖。").formatted(seconds, attempts);
  }

  static String ofStatus(int status) {
    return switch (status) {
      case 401 -> LOGIN_NEEDED;
      case 403 -> FORBIDDEN;
      case 404 -> NOT_FOUND;
      default -> status >= 500 ? OUR_FAULT : NOT_UNDERSTOOD;
    };
  }
}
