package dev.kefu.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.stereotype.Component;

/** The project's own models, forms and tables keep the contract. */
class ModelContractTest {

  /** Messages that an API call of Kefu or a listener of a register delivers, apart from those with a form and roles of their own. */
  private static final Set<String> API_MESSAGES = Set.of("complaint.received", "complaint.repeated", "expense-claim", "aftersales.inspectionDue", "survey-need");

  /** Calls that still stand for a procedure not built: cooperation request, key-account request; proposal, retention after a call-back; proposal after a technical wish; gift of a visit; contract with an agency; archive of a survey. */
  private static final int PROCEDURES_TO_COME = 9;

  private static List<Finding> findings;

  @BeforeAll
  static void check() throws IOException {
    findings = ModelContract.check(Path.of("processes"), Path.of("forms"),
        new Surroundings(roles(), outsiders(), delegates(), API_MESSAGES, Path.of("target/classes"), PROCEDURES_TO_COME));
  }

  static List<String> rules() {
    return ModelContract.rules().stream().map(Rule::name).toList();
  }

  @Test
  void everyFileCanBeRead() {
    assertThat(findings).filteredOn(finding -> finding.rule().equals(FileRules.READABLE)).isEmpty();
    assertThat(Models.files(Path.of("processes"))).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void ruleIsKept(String rule) {
    assertThat(findings).filteredOn(finding -> finding.rule().equals(rule)).isEmpty();
  }

  private static Set<String> roles() throws IOException {
    JsonNode file = new YAMLMapper().readTree(Path.of("src/main/resources/organisation/roles.yaml").toFile());
    Set<String> roles = new HashSet<>();
    file.path("roles").forEach(role -> roles.add(role.path("id").asText()));
    file.path("aliases").fieldNames().forEachRemaining(roles::add);
    return roles;
  }

  private static Set<String> outsiders() throws IOException {
    JsonNode file = new YAMLMapper().readTree(Path.of("src/main/resources/organisation/roles.yaml").toFile());
    Set<String> outsiders = new HashSet<>();
    file.path("roles").forEach(role -> {
      if (role.path("applications").isEmpty()) {
        outsiders.add(role.path("id").asText());
      }
    });
    file.path("aliases").fieldNames().forEachRemaining(outsiders::remove);
    return outsiders;
  }

  private static Set<String> delegates() {
    return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.kefu").stream()
        .filter(type -> type.isAssignableTo(JavaDelegate.class) && type.isAnnotatedWith(Component.class)).map(ModelContractTest::bean).collect(Collectors.toSet());
  }

  private static String bean(JavaClass type) {
    String name = type.getSimpleName();
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
