package dev.kefu.information.registration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.information.CreditStanding;
import dev.kefu.information.master.CustomerData;
import dev.kefu.information.master.CustomerRecords.PastChange;
import dev.kefu.information.master.CustomerRecords.Twin;
import dev.kefu.information.master.CustomerState;
import dev.kefu.information.master.FieldChange;
import dev.kefu.information.master.RecordFields;
import dev.kefu.reporting.FormLabels;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A record and its changes as people read them. */
final class RegistrationWords {

  static final String NOTHING = "–";

  private static final String FORM = "information/customer-info-registration-enter";
  private static final int MOST_COLUMNS = 5;
  private static final int MOST_CHARACTERS = 4000;
  private static final int MOST_OF_A_VALUE = 200;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
  private static final ObjectMapper JSON = new ObjectMapper();

  static final Map<String, String> OPERATIONS = FormLabels.of("information/customer-info-registration-identify", "request.operation");
  static final Map<String, String> DECISIONS = Map.of("merge", "Merge 合併", "keep", "Keep apart 保留");
  static final Map<String, String> KINDS = labels("kind");
  static final Map<String, String> STATES = labels("state");
  static final Map<String, String> REGIONS = labels("region");
  static final Map<String, String> SOURCES = labels("source");
  static final Map<String, String> SECTIONS = labels("section");
  static final Map<String, String> TRADES = labels("trade");
  static final Map<String, String> PARTIES = labels("party");
  static final Map<String, String> SECRECY = labels("secrecyGrade");

  private static final Map<String, String> PAYMENT = Map.of("credit", "Credit 賒銷", "creditWithGuarantee", "Credit with guarantee 擔保賒銷", "prepayment", "Prepayment 預付");
  private static final Map<String, Map<String, String>> CODES = Map.of("kind", KINDS, "state", STATES, "region", REGIONS, "source", SOURCES, "section", SECTIONS, "trade", TRADES,
      "party", PARTIES, "secrecyGrade", SECRECY);
  /** What people call a field, in the order of the form. */
  private static final Map<String, String> FIELDS = fields();

  private RegistrationWords() {
  }

  private static Map<String, String> labels(String field) {
    return FormLabels.of(FORM, "entry." + field);
  }

  private static Map<String, String> fields() {
    String[] pairs = {"customerName", "Name 客戶名稱", "shortName", "Short name 簡稱", "party", "Company or person 單位或個人", "kind", "Kind 客戶類型", "state", "State 客戶狀態",
        "licenceNo", "Licence no. 營業執照號", "taxNo", "Tax no. 稅號", "legalRep", "Legal representative 法定代表人", "foundedOn", "Founded on 成立日期", "capital", "Registered capital 註冊資本",
        "address", "Address 地址", "postcode", "Postcode 郵編", "region", "Region 區域", "phone", "Phone 電話", "fax", "Fax 傳真", "email", "E-mail 郵箱", "website", "Website 網站",
        "contacts", "Contacts 聯系人", "trade", "Trade 行業", "businessScope", "Business scope 經營範圍", "staffCount", "Staff 人數", "bank", "Bank 開戶行", "accountNo", "Account no. 賬號",
        "invoiceTitle", "Invoice data 開票信息", "owner", "In charge 負責人", "section", "Section 部門", "source", "Source 客戶來源", "needs", "Needs 需求", "preferences", "Preferences 偏好",
        "secrecyGrade", "Secrecy 密級", "consentContact", "May be contacted 同意聯絡", "active", "In use 使用中", "mergedInto", "Merged into 併入", "mergedCodes", "Merged numbers 併入編號"};
    Map<String, String> names = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      names.put(pairs[i], pairs[i + 1]);
    }
    return names;
  }

  /** What people call a field. */
  static String field(String key) {
    return FIELDS.getOrDefault(key, key);
  }

  /** All fields and what people call them. */
  static Map<String, String> allFields() {
    return FIELDS;
  }

  /** A value as people read it: codes named, contacts one after the other. */
  static String value(String field, String kept) {
    if (kept == null) {
      return NOTHING;
    }
    if (CODES.containsKey(field)) {
      return CODES.get(field).getOrDefault(kept, kept);
    }
    if (field.equals("contacts")) {
      return contacts(kept);
    }
    return "true".equals(kept) ? "Yes 是" : "false".equals(kept) ? "No 否" : kept;
  }

  private static String contacts(String kept) {
    try {
      return Arrays.stream(JSON.readValue(kept, CustomerData.Contact[].class)).map(contact -> Stream.of(contact.name(), contact.position(), contact.phone(), contact.birthday(),
              contact.decides() ? "decides 有決定權" : null).filter(Objects::nonNull).collect(Collectors.joining(", "))).collect(Collectors.joining("; "));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Fields before and after, as a table. */
  static String changes(List<FieldChange> changes) {
    return "| Field 欄位 | Before 變更前 | After 變更後 |\n|---|---|---|\n" + changes.stream()
        .map(change -> "| " + field(change.field()) + " | " + cell(change.field(), change.before()) + " | **" + cell(change.field(), change.after()) + "** |").collect(Collectors.joining("\n"));
  }

  /** What changes, for whoever checks it: as much as fits into a variable. */
  static String checkFacts(String heading, List<FieldChange> changes, List<PastChange> earlier, String reason, Clock clock) {
    String past = earlier.isEmpty() ? "" : "\n\n**Last changes 最近變更:** " + earlier.stream().map(change -> change.at().atZone(clock.getZone()).format(DAY) + " "
        + field(change.change().field()) + ": " + cut(value(change.change().field(), change.change().before()), 40) + " → " + cut(value(change.change().field(), change.change().after()), 40)
        + " (" + change.enteredBy() + ")").collect(Collectors.joining("; "));
    String text = heading + (reason == null ? "" : "\n\n**Reason 原因:** " + cell(null, reason)) + "\n\n" + changes(changes) + past;
    return cut(text, MOST_CHARACTERS);
  }

  /** The data beside the customers that may be the same, as a table of the fields of which at least one knows something. */
  static String sideBySide(CustomerData data, String own, List<Twin> twins) {
    List<Twin> shown = twins.stream().limit(MOST_COLUMNS).toList();
    List<String> rows = new ArrayList<>();
    rows.add("| | " + (own == null ? "New 新登記" : own) + " | " + shown.stream().map(twin -> "**" + twin.customer().card().code() + "**").collect(Collectors.joining(" | ")) + " |");
    rows.add("|---|---|" + "---|".repeat(shown.size()));
    rows.add("| Same 相同之處 | | " + shown.stream().map(RegistrationWords::same).collect(Collectors.joining(" | ")) + " |");
    Map<String, String> mine = values(data);
    List<Map<String, String>> theirs = shown.stream().map(twin -> values(twin.customer().data())).toList();
    FIELDS.keySet().stream().filter(field -> mine.containsKey(field) || theirs.stream().anyMatch(other -> other.containsKey(field))).forEach(field -> rows.add("| " + field(field) + " | "
        + cell(field, mine.get(field)) + " | " + theirs.stream().map(other -> cell(field, other.get(field))).collect(Collectors.joining(" | ")) + " |"));
    rows.add("| Grade 等級 | | " + shown.stream().map(twin -> Objects.requireNonNullElse(twin.customer().card().grade(), NOTHING)).collect(Collectors.joining(" | ")) + " |");
    return String.join("\n", rows);
  }

  private static String same(Twin twin) {
    String same = Stream.of(twin.sameLicence() ? "licence 執照號" : null, twin.sameName() ? "name 名稱" : null, twin.samePhone() ? "phone 電話" : null).filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
    return same.isEmpty() ? "named by the reporter 提交人指出" : same;
  }

  private static Map<String, String> values(CustomerData data) {
    Map<String, String> values = new HashMap<>();
    RecordFields.changes(CustomerData.NOTHING, data).forEach(change -> values.put(change.field(), change.after()));
    return values;
  }

  /** What other procedures give a customer's record. */
  static String autoFacts(CustomerState state) {
    return String.join(" · ", "Customer no. 客戶編號 **" + state.card().code() + "**", "Version 版本 " + state.recordVersion(), "Grade 等級 " + shown(state.card().grade()),
        "Key account 大客戶 " + (state.card().keyAccount() ? "Yes 是" : "No 否"), "Credit grade 信用等級 " + shown(creditGrade(state.credit())),
        "Credit limit 限額 " + shown(creditLimit(state.credit())), "Payment term 付款條件 " + shown(paymentTerm(state.credit())), "Danger 危險狀態 " + shown(state.dangerState()),
        state.active() ? "In use 使用中" : "**Out of use 已停用**", "Merged numbers 併入編號 " + (state.formerCodes().isEmpty() ? NOTHING : String.join(", ", state.formerCodes())));
  }

  /** Null before the first rating. */
  static String creditGrade(CreditStanding credit) {
    return credit == null ? null : credit.grade();
  }

  /** In yuan; null before the first rating. */
  static String creditLimit(CreditStanding credit) {
    return credit == null ? null : credit.limit().toPlainString() + " 元" + (credit.frozen() ? " (frozen 凍結)" : "");
  }

  /** Mode and days; null before the first rating. */
  static String paymentTerm(CreditStanding credit) {
    return credit == null ? null : PAYMENT.getOrDefault(credit.paymentMode(), credit.paymentMode()) + (credit.termDays() == 0 ? "" : ", " + credit.termDays() + " days 天");
  }

  private static String shown(String value) {
    return value == null ? NOTHING : value;
  }

  private static String cell(String field, String kept) {
    String value = field == null ? kept : value(field, kept);
    return cut(value.replaceAll("\\s+", " ").replace("|", "\\|"), MOST_OF_A_VALUE);
  }

  static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }
}
