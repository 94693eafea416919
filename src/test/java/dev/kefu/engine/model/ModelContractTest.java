package dev.kefu.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The project's own models, forms and tables keep the contract. */
class ModelContractTest {

  private static List<Finding> findings;

  @BeforeAll
  static void check() {
    findings = ModelContract.check(Path.of("processes"), Path.of("forms"), ProjectSurroundings.of(Path.of(""), true));
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
}
