package dev.kefu.organisation.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.organisation.directory.RolesFile.RoleEntry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolesFileTest {

  /** Copied by hand from the catalogue's role directory: id, 中文, superior. */
  private static final String CATALOGUE = """
    customer-service-manager      客戶服務部經理        general-manager
    customer-service-supervisor   客戶服務部主管        customer-service-manager
    survey-supervisor             客戶調查主管          customer-service-manager
    development-supervisor        客戶開發主管          customer-service-manager
    survey-specialist             客戶調查專員          survey-supervisor
    development-specialist        客戶開發專員          development-supervisor
    relationship-supervisor       客戶關係主管          customer-service-manager
    relationship-specialist       客戶關係專員          relationship-supervisor
    key-account-supervisor        大客戶主管            customer-service-manager
    key-account-specialist        大客戶專員            key-account-supervisor
    after-sales-supervisor        售後服務主管          customer-service-manager
    after-sales-specialist        售後服務專員          after-sales-supervisor
    complaint-supervisor          客戶投訴主管          customer-service-manager
    complaint-specialist          客戶投訴專員          complaint-supervisor
    information-supervisor        客戶信息主管          customer-service-manager
    information-specialist        客戶信息專員          information-supervisor
    call-center-supervisor        呼叫中心主管          customer-service-manager
    call-center-team-leader       呼叫中心組長          call-center-supervisor
    call-center-agent             呼叫中心座席員        call-center-team-leader
    call-quality-inspector        呼叫中心質檢員        call-center-supervisor
    technical-support-manager     技術支持部經理        customer-service-manager
    technical-support-engineer    支持工程師            technical-support-manager
    repair-technician             維修技術員            after-sales-supervisor
    general-manager               總經理                -
    deputy-general-manager        主管副總經理          general-manager
    finance-manager               財務部經理            general-manager
    finance-clerk                 財務部會計            general-manager
    quality-department            質量管理部            general-manager
    production-department         生產部                general-manager
    rd-department                 研發部                general-manager
    sales-manager                 銷售部(區域銷售)經理  general-manager
    marketing-department          市場(營銷)部          general-manager
    hr-department                 人力資源部            general-manager
    legal-counsel                 法務                  general-manager
    it-administrator              信息技術管理員        general-manager
    office-administrator          總經理辦公室行政      general-manager
    warehouse-keeper              倉管員                general-manager
    logistics-department          物流儲運部            general-manager
    responsible-department        責任(配合)部門        general-manager
    requesting-department         申請(使用)部門        general-manager
    research-agency               調研機構              general-manager
    parttime-interviewer          兼職調查員            general-manager
    customer                      客戶                  general-manager
    call-platform                 呼叫平臺              general-manager
    """;

  @Test
  void theFileHoldsTheRolesOfTheCatalogue() throws IOException {
    Map<String, String> found = new LinkedHashMap<>();
    real().roles().forEach(role -> found.put(role.id(), role.chinese() + " " + (role.superior() == null ? "-" : role.superior())));
    Map<String, String> expected = new LinkedHashMap<>();
    CATALOGUE.lines().map(line -> line.split(" +")).forEach(row -> expected.put(row[0], row[1] + " " + row[2]));
    assertThat(expected).hasSize(44);
    // No title of the catalogue: changes models in the running system.
    expected.put("process-owner", "流程負責人 general-manager");
    assertThat(found).containsExactlyInAnyOrderEntriesOf(expected);
  }

  @Test
  void registersAreTakenAwayByRolesThatLogIn() {
    assertThatThrownBy(() -> RolesFile.read(new ByteArrayInputStream("""
        sections: [{id: s, title: Section, chinese: 科}]
        roles:
          - {id: boss, title: Boss, chinese: 主管, section: s, applications: [tasklist]}
          - {id: customer, title: Customer, chinese: 客戶, section: s}
        exports: {complaints: [boss, customer], leaks: [nobody]}
        """.getBytes(StandardCharsets.UTF_8)))).hasMessageContaining("export complaints names customer, which is no role that logs in")
        .hasMessageContaining("export leaks names nobody, which is no role that logs in").hasMessageNotContaining("boss");
  }

  @Test
  void whoIsNoEmployeeNeverLogsIn() throws IOException {
    assertThat(real().roles().stream().filter(role -> role.applications().isEmpty()).map(RoleEntry::id))
      .containsExactlyInAnyOrder("research-agency", "parttime-interviewer", "customer", "call-platform");
  }

  @Test
  void onlyThoseWhoRecordTheNeedStartCustomerHelp() throws IOException {
    assertThat(real().roles().stream().filter(role -> role.starts().contains("customer-help")).map(RoleEntry::id))
      .containsExactlyInAnyOrder("relationship-specialist", "call-center-agent");
  }

  @Test
  void everybodyInTheDepartmentClaimsExpensesAndNobodyElse() throws IOException {
    assertThat(real().roles().stream().filter(role -> role.starts().contains("expense-claim-review")).map(RoleEntry::id)).containsExactlyInAnyOrder(
      "customer-service-manager", "customer-service-supervisor", "survey-supervisor", "development-supervisor", "survey-specialist", "development-specialist",
      "relationship-supervisor", "relationship-specialist", "key-account-supervisor", "key-account-specialist", "after-sales-supervisor", "after-sales-specialist",
      "complaint-supervisor", "complaint-specialist", "information-supervisor", "information-specialist", "call-center-supervisor", "call-center-team-leader",
      "call-center-agent", "call-quality-inspector", "technical-support-manager", "technical-support-engineer", "repair-technician");
    assertThat(real().roles().stream().filter(role -> role.works().contains("expense-claim-review")).map(RoleEntry::id))
      .containsExactlyInAnyOrder("general-manager", "finance-clerk");
    assertThat(real().roles().stream().filter(role -> role.reads().contains("expense-claim-review")).map(RoleEntry::id)).containsExactly("finance-manager");
  }

  @Test
  void whoCallsCustomersBackStartsCallbacks() throws IOException {
    assertThat(real().roles().stream().filter(role -> role.starts().contains("customer-callback")).map(RoleEntry::id))
      .containsExactlyInAnyOrder("relationship-specialist", "after-sales-specialist", "complaint-specialist", "key-account-specialist");
    assertThat(real().roles().stream().filter(role -> role.works().contains("customer-callback")).map(RoleEntry::id)).containsExactlyInAnyOrder(
      "call-center-agent", "call-center-team-leader", "relationship-supervisor", "after-sales-supervisor", "complaint-supervisor", "key-account-supervisor");
    assertThat(real().roles().stream().filter(role -> role.cancels().contains("customer-callback") || role.reads().contains("customer-callback")).map(RoleEntry::id))
      .containsExactly("relationship-supervisor");
  }

  @Test
  void managersReadAllCasesAndSupervisorsThoseOfTheirSection() throws IOException {
    assertThat(real().roles().stream().filter(role -> role.reads().contains("*")).map(RoleEntry::id))
      .containsExactlyInAnyOrder("customer-service-manager", "general-manager");
    assertThat(real().roles().stream().filter(role -> role.reads().contains("customer-help")).map(RoleEntry::id))
      .containsExactly("relationship-supervisor");
  }

  @Test
  void auditorsReadEverythingAndNothingElse() throws IOException {
    assertThat(real().technicalGroups()).filteredOn(group -> !group.reads().isEmpty()).singleElement().satisfies(group -> {
      assertThat(group.id()).isEqualTo("auditor");
      assertThat(group.reads()).containsExactly("*");
      assertThat(group.applications()).containsExactly("cockpit", "welcome");
      assertThat(group.everything()).isFalse();
    });
    assertThatThrownBy(() -> read("technicalGroups: [{id: a, title: A, chinese: 甲, applications: [paint]}]")).hasMessageContaining("group a names the unknown application paint");
  }

  @Test
  void remediesAreCarriedOutByThoseWhomTheCatalogueNames() throws IOException {
    assertThat(real().roles().stream().filter(role -> role.works().contains("complaint-remedy")).map(RoleEntry::id)).containsExactlyInAnyOrder(
      "complaint-specialist", "complaint-supervisor", "customer-service-manager", "after-sales-specialist", "finance-clerk", "sales-manager");
    assertThat(real().roles().stream().filter(role -> role.works().contains("complaint-remedy-goods")).map(RoleEntry::id)).containsExactlyInAnyOrder(
      "complaint-specialist", "complaint-supervisor", "customer-service-manager", "after-sales-specialist", "finance-clerk", "warehouse-keeper", "logistics-department");
    assertThat(real().roles().stream().filter(role -> role.starts().contains("complaint-remedy") || role.starts().contains("complaint-remedy-goods"))).isEmpty();
    assertThat(real().roles().stream().filter(role -> role.reads().contains("complaint-remedy")).map(RoleEntry::id)).containsExactly("complaint-supervisor");
  }

  @Test
  void correctiveActionsAreStartedByNobodyAndWorkedOnByTheDepartmentsAndThoseWhoCheck() throws IOException {
    String process = "complaint-corrective-action";
    assertThat(real().roles().stream().filter(role -> role.starts().contains(process))).isEmpty();
    assertThat(real().roles().stream().filter(role -> role.works().contains(process)).map(RoleEntry::id)).containsExactlyInAnyOrder("complaint-supervisor", "quality-department",
      "production-department", "rd-department", "logistics-department", "sales-manager", "marketing-department", "after-sales-supervisor", "finance-clerk",
      "customer-service-supervisor", "call-center-supervisor", "technical-support-manager", "responsible-department", "general-manager");
    assertThat(real().roles().stream().filter(role -> role.reads().contains(process) || role.cancels().contains(process)).map(RoleEntry::id)).containsExactly("complaint-supervisor");
  }

  @Test
  void whoeverLogsInMayBeTheFirstToHearAComplaint() throws IOException {
    assertThat(real().roles()).allSatisfy(role -> assertThat(role.starts().contains("complaint-handling")).as(role.id()).isEqualTo(!role.applications().isEmpty()));
    assertThat(real().roles().stream().filter(role -> role.reads().contains("complaint-handling")).map(RoleEntry::id)).containsExactly("complaint-supervisor");
    assertThat(real().roles().stream().filter(role -> role.cancels().contains("complaint-handling")).map(RoleEntry::id)).containsExactly("complaint-supervisor");
    assertThat(real().roles().stream().filter(role -> role.works().contains("complaint-handling-solution")).map(RoleEntry::id))
      .containsExactly("complaint-specialist", "finance-manager", "legal-counsel");
    assertThat(real().roles().stream().filter(role -> role.works().contains("complaint-handling-inquiry")).map(RoleEntry::id)).containsExactlyInAnyOrder("complaint-specialist",
      "complaint-supervisor", "quality-department", "logistics-department", "sales-manager", "finance-clerk", "after-sales-supervisor", "marketing-department", "office-administrator");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "a:b c:a | the superiors of role a form a circle at a",
    "a:nobody | role a names the unknown superior nobody",
    "a: a: | id a stands twice",
    "A: | id A is not in kebab-case"})
  void faultsAreNamed(String roles, String fault) {
    String circleHelp = roles.contains("c:a") ? roles + " b:c" : roles;
    assertThatThrownBy(() -> file(entries(circleHelp), Map.of())).isInstanceOf(IllegalStateException.class).hasMessageContaining(fault);
  }

  @Test
  void anAliasLeadsToARoleThatIsNotMergedItself() {
    List<RoleEntry> roles = entries("a: b: c:");
    assertThatThrownBy(() -> file(roles, Map.of("a", "b", "b", "c"))).hasMessageContaining("alias a leads to b, which is itself merged into c");
    assertThatThrownBy(() -> file(roles, Map.of("a", "nobody"))).hasMessageContaining("alias a names the unknown role nobody");
    assertThatThrownBy(() -> file(roles, Map.of("nobody", "a"))).hasMessageContaining("alias nobody is no role");
    assertThat(new FileRoleDirectory(file(roles, Map.of("a", "c"))).holderOf("a")).isEqualTo("c");
  }

  @Test
  void unknownSectionsApplicationsAndSettingsAreRefused() {
    assertThatThrownBy(() -> read("roles: [{id: a, title: A, chinese: 甲, section: nowhere, applications: [paint]}]"))
      .hasMessageContaining("role a names the unknown section nowhere").hasMessageContaining("role a names the unknown application paint");
    assertThatThrownBy(() -> read("roles: [{id: a, title: A, chinese: 甲, titel: A}]")).hasMessageContaining("titel");
    assertThatThrownBy(() -> read("roles: [{id: a, title: A}]")).hasMessageContaining("role a needs a title and a chinese title");
  }

  private static List<RoleEntry> entries(String roles) {
    return Arrays.stream(roles.split(" ")).map(role -> role.split(":", -1)).map(parts -> new RoleEntry(parts[0], "Title", "職", parts[1].isEmpty()
      ? null : parts[1], "s", List.of(), List.of(), List.of(), List.of(), List.of(), List.of())).toList();
  }

  @Test
  void aSectionIsCalledByItsTitles() throws IOException {
    assertThat(new FileRoleDirectory(real()).sectionLabel("complaint")).isEqualTo("Complaints 客戶投訴");
    assertThat(new FileRoleDirectory(real()).sectionLabel("gone")).isEqualTo("gone");
  }

  private static RolesFile file(List<RoleEntry> roles, Map<String, String> aliases) {
    return new RolesFile(List.of(new RolesFile.Section("s", "Section", "科")), roles, List.of(), aliases);
  }

  private static RolesFile read(String yaml) throws IOException {
    return RolesFile.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }

  private static RolesFile real() throws IOException {
    try (InputStream yaml = RolesFileTest.class.getResourceAsStream("/organisation/roles.yaml")) {
      return RolesFile.read(yaml);
    }
  }
}
