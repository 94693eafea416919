package dev.kefu.operation.incidents;

import java.util.Arrays;
import java.util.regex.Pattern;

/** Kinds of faults that stop a step, told apart by the stack trace, with what to do. The first that fits counts; the runbook says the same at more length. */
enum IncidentKind {

  DISK_FULL("No space left on device|Disk quota exceeded|There is not enough space on the disk|disk full|The table '[^']*' is full",
      "The disk is full 磁碟已滿",
      "Make room where KEFU_DATA or the database lies, then retry. 清出空間後重試。"),
  DATABASE_AWAY("CannotGetJdbcConnection|CannotCreateTransactionException|CommunicationsException|JDBCConnectionException|Communications link failure"
      + "|SQLTransientConnectionException|Connection is not available, request timed out|Too many connections",
      "The database was away or its connections were used up 資料庫無法連線或連線用盡",
      "See that the database runs and that kefu_jobs and the pool are calm again, then retry all. 確認資料庫恢復後全部重試。"),
  CONFLICT("OptimisticLockingException|Deadlock found|DeadlockLoserDataAccess|CannotAcquireLockException|PessimisticLockingFailure|Lock wait timeout|Timeout trying to lock",
      "Two steps wanted the same row 資料併發衝突",
      "Retry; when it comes back at once, look for a long transaction in the database. 重試;若反覆出現,請查資料庫長交易。"),
  PROGRAM_OLDER("Unknown property used in expression|Cannot resolve identifier|No bean named|NoSuchBeanDefinition|couldn't find bean|PropertyNotFoundException",
      "The model names a step that this program does not have 模型引用了程式中沒有的步驟",
      "During a rolling upgrade: bring all nodes to the new version, then retry. Otherwise release the model's older version again. 升級時待所有節點更新後重試。"),
  NO_TABLE_ROW("DmnEngineException|DMN-\\d{5}|DecisionDefinitionNotFound|no decision definition deployed|The decision result|has no result|no row of the table",
      "A decision table has no row for this case 決策表沒有適用的行",
      "Add the row in Camunda Modeler and deploy the table with its process; when the case's own data are wrong, correct its form first. Then retry. 補上表格行並部署,或更正案件資料後重試。"),
  FACTS_REFUSED("dev\\.kefu\\.engine\\.FactsRefused",
      "A register refuses what the case says 台帳拒絕案件資料",
      "The message says why. Correct the form under Case actions, then retry. 按訊息在「案件操作」中更正表單後重試。"),
  MISSING_DATA("dev\\.kefu\\.engine\\.form\\.|MismatchedInputException|UnrecognizedPropertyException|InvalidFormatException|DateTimeParseException",
      "A form of the case lacks something that the step needs 案件表單缺少此步驟所需資料",
      "Correct the form under Case actions; when the form never asks for it, tell whoever owns the model. Then retry. 更正表單;若表單未問及,請告知模型負責人,再重試。"),
  RULE_OF_DATABASE("DataIntegrityViolation|ConstraintViolationException|SQLIntegrityConstraintViolation|Data truncation|DataTruncation|Value too long for column|Duplicate entry",
      "The database refuses a value 資料庫拒絕寫入",
      "Too long or there already: correct the form under Case actions, then retry; otherwise tell the developers. 更正表單後重試,否則請告知開發者。"),
  OTHER_SYSTEM("ConnectException|SocketTimeoutException|UnknownHostException|HttpTimeoutException|ResourceAccessException|MailSendException",
      "Another system did not answer 其他系統無回應",
      "See that it runs, then retry. 確認該系統恢復後重試。"),
  OF_PROGRAM("NullPointerException|IllegalStateException|IllegalArgumentException|ClassCastException|IndexOutOfBounds|NoSuchElementException|StackOverflowError|OutOfMemoryError",
      "A fault of the program 程式錯誤",
      "Retry once. When it comes back, give the stack trace to the developers; a member of Case repair can move the case meanwhile. 重試一次;再次發生請將堆疊交給開發者。"),
  UNKNOWN("",
      "Something else 其他",
      "Read the stack trace (GET /api/incidents/{id}/stacktrace), retry once, then ask the developers. 查看堆疊,重試一次,再詢問開發者。");

  private final Pattern signs;
  private final String title;
  private final String advice;

  IncidentKind(String signs, String title, String advice) {
    this.signs = Pattern.compile(signs);
    this.title = title;
    this.advice = advice;
  }

  /** What people call it, English and Chinese. */
  String title() {
    return title;
  }

  /** What to do. */
  String advice() {
    return advice;
  }

  /**
   * The kind of a fault.
   *
   * @param trace message and stack trace; may be null
   */
  static IncidentKind of(String trace) {
    return trace == null ? UNKNOWN : Arrays.stream(values()).filter(kind -> kind.signs.matcher(trace).find()).findFirst().orElse(UNKNOWN);
  }
}
