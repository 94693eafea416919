package dev.kefu.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormViolationsTest {

  private static final Map<String, Object> CASE = Map.of(
    "customerChoices", List.of(Map.of("label", "王小明", "value", "C-1"), Map.of("label", "Li", "value", "C-2")),
    "colleagueChoices", List.of("relationship-specialist", "relationship-specialist-2"));

  private final FormChecker checker = new FormChecker(Clock.system(ZoneId.of("Asia/Shanghai")));

  static Stream<Path> forms() throws IOException {
    return Files.walk(Path.of("forms")).filter(file -> file.toString().endsWith(".form"));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void everyViolationOfEveryFormIsRefusedByItsLabel(Path file) throws IOException {
    FormDefinition form = FormDefinition.parse(Files.readString(file));
    FormViolations violations = FormViolations.of(form, CASE);

    assertThat(violations.unreachable()).isEmpty();
    assertThat(checker.check(form, violations.valid(), CASE)).isEmpty();
    for (FormViolations.Violation violation : violations.all()) {
      assertThat(checker.check(form, violation.submission(), CASE)).as(violation.name())
        .anySatisfy(error -> assertThat(error.label()).contains(violation.label()));
    }
  }
}
