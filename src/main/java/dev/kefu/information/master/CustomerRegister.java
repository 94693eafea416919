package dev.kefu.information.master;

import static dev.kefu.reporting.Register.Field.code;
import static dev.kefu.reporting.Register.Field.date;
import static dev.kefu.reporting.Register.Field.number;
import static dev.kefu.reporting.Register.Field.text;
import static dev.kefu.reporting.Register.Field.time;
import static dev.kefu.reporting.Register.Field.yesNo;

import dev.kefu.reporting.FormLabels;
import dev.kefu.reporting.Register;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The customer master as a file. */
@Configuration(proxyBeanMethods = false)
class CustomerRegister {

  private static final Map<String, String> PAYMENT = Map.of("credit", "Credit 賒銷", "creditWithGuarantee", "Credit with guarantee 擔保賒銷", "prepayment", "Prepayment 預付");
  private static final String SECRECY = "k.secrecy_grade";
  private static final String FORM = "information/customer-info-registration-enter";

  /** Customers, by the day of their registration. */
  @Bean
  Register customerExport() {
    return new Register("customers", "Customers 客戶台帳", Set.of("information_customers"), "information_customers k", "k.id", "k.created_at", List.of(text("Customer no. 客戶編號", "k.code"),
        text("Name 名稱", "k.name"), text("Short name 簡稱", "k.short_name"), code("Kind 類別", "k.kind", FormLabels.of(FORM, "entry.kind")),
        code("State 狀態", "k.state", FormLabels.of(FORM, "entry.state")), text("Phone 電話", "k.phone"), text("E-mail 電郵", "k.email"),
        code("Region 區域", "k.region", FormLabels.of(FORM, "entry.region")), text("Address 地址", "k.address"), text("Grade 等級", "k.grade"), yesNo("Key account 大客戶", "k.key_account"),
        text("Credit grade 信用等級", "k.credit_grade"), number("Credit score 信用評分", "k.credit_score"), number("Credit limit 賒銷限額", "k.credit_limit"),
        number("Credit term (days) 賒銷期(天)", "k.credit_term_days"), yesNo("Guarantee 擔保", "k.credit_guarantee"), code("Payment 付款方式", "k.credit_payment_mode", PAYMENT),
        date("Rated on 評定日期", "k.credit_rated_on"), date("Rating valid until 評定有效期至", "k.credit_valid_until"), yesNo("Limit frozen 限額凍結", "k.credit_frozen"),
        text("In charge 負責人", "k.owner"), yesNo("May be contacted 同意聯繫", "k.consent_contact"), date("Last contact 最近聯絡", "k.last_contact_on"),
        number("Satisfaction 滿意度", "k.satisfaction"),
        code("Company or person 單位或個人", "k.party", FormLabels.of(FORM, "entry.party")), text("Licence no. 營業執照號", "k.licence_no"), text("Tax no. 稅號", "k.tax_no"),
        text("Legal representative 法定代表人", "k.legal_rep"), date("Founded on 成立日期", "k.founded_on"), number("Registered capital 註冊資本", "k.capital"), text("Postcode 郵編", "k.postcode"),
        text("Fax 傳真", "k.fax"), text("Website 網站", "k.website"), code("Trade 行業", "k.trade", FormLabels.of(FORM, "entry.trade")), text("Business scope 經營範圍", "k.business_scope"),
        number("Staff 人數", "k.staff_count"), text("Bank 開戶行", "k.bank"), text("Account no. 賬號", "k.account_no"), text("Invoice data 開票信息", "k.invoice_title"),
        code("Section 部門", "k.section", FormLabels.of(FORM, "entry.section")), text("Needs 需求", "k.needs"), text("Preferences 偏好", "k.preferences"),
        code("Secrecy 密級", SECRECY, FormLabels.of(FORM, "entry.secrecyGrade")), text("Danger 危險狀態", "k.danger_state"), number("Record version 記錄版本", "k.record_version"),
        yesNo("In use 使用中", "k.active"), text("Merged into 併入", "k.merged_into"), code("Source 來源", "k.source", FormLabels.of(FORM, "entry.source")), time("Registered 登記時間", "k.created_at")), SECRECY);
  }

  /** Persons at the customers', by the day of the customer's registration. */
  @Bean
  Register customerContactsExport() {
    return new Register("customer-contacts", "Contacts of customers 客戶聯系人", Set.of("information_customers"),
        "information_customer_contacts p join information_customers k on k.id = p.customer_id", "p.id", "k.created_at", List.of(text("Customer no. 客戶編號", "k.code"),
        text("Customer 客戶", "k.name"), text("Name 姓名", "p.name"), text("Position 職位", "p.position"), text("Phone 電話", "p.phone"), date("Birthday 生日", "p.birthday"),
        yesNo("Decides what is bought 有決定權", "p.decides")), SECRECY);
  }
}
