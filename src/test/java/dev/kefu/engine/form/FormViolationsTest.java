package dev.kefu.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormViolationsTest {

  private final FormChecker checker = new FormChecker(Clock.system(ZoneId.of("Asia/Shanghai")));

  static Stream<Path> forms() throws IOException {
    return Files.walk(Path.of("forms")).filter(file -> file.toString().endsWith(".form"));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void everyViolationOfEveryFormIsRefusedByItsLabel(Path file) throws IOException {
    FormDefinition form = FormDefinition.parse(Files.readString(file));
    Map<String, Object> caseVariables = choices(form);
    FormViolations violations = FormViolations.of(form, caseVariables);

    assertThat(checker.check(form, violations.valid(), caseVariables)).isEmpty();
    for (FormViolations.Violation violation : violations.all()) {
      assertThat(checker.check(form, violation.submission(), caseVariables)).as(violation.name())
        .anySatisfy(error -> assertThat(error.label()).contains(violation.label()));
    }
  }

  @Test
  void fieldsThatNoAnswerBringsIntoViewAreNamed() {
    FormDefinition form = FormDefinition.parse("""
      {"id": "f", "components": [
        {"id": "n", "type": "number", "key": "a.n", "conditional": {"hide": "=severity != \\"high\\""}},
        {"id": "s", "type": "select", "key": "a.s", "valuesKey": "nothing"}]}""");

    assertThat(FormViolations.of(form, Map.of()).unreachable()).containsExactly("number a.n", "select a.s");
    assertThat(FormViolations.of(form, Map.of("severity", "high", "nothing", List.of("x"))).unreachable()).isEmpty();
  }

  @Test
  void everyConstraintIsViolatedOnceInRowsAndInChainsOfConditionsToo() {
    FormDefinition form = FormDefinition.parse("""
      {"id": "f", "components": [
        {"id": "w", "type": "radio", "key": "a.way", "label": "Way", "values": ["mail", "visit"], "validate": {"required": true}},
        {"id": "c", "type": "checkbox", "key": "a.far", "label": "Far", "conditional": {"hide": "=a.way != \\"visit\\""}},
        {"id": "l", "type": "dynamiclist", "path": "a.trips", "label": "Trips", "properties": {"minRows": "1", "maxRows": "3"},
          "conditional": {"hide": "=a.far != true"}, "components": [
            {"id": "k", "type": "select", "key": "by", "label": "By", "values": ["car", "train"], "validate": {"required": true}},
            {"id": "m", "type": "number", "key": "cost", "label": "Cost", "serializeToString": true, "decimalDigits": 2,
              "conditional": {"hide": "=this.by != \\"train\\""}, "validate": {"required": true, "min": 0, "max": 5000}}]}]}""");

    FormViolations violations = FormViolations.of(form, Map.of());

    assertThat(violations.unreachable()).isEmpty();
    assertThat(violations.valid()).isEqualTo(Map.of("a", Map.of("way", "mail")));
    assertThat(violations.all()).extracting(FormViolations.Violation::toString).contains("a.way: required, null", "a.way: option", "a.far: hidden but filled in",
      "a.trips: minRows", "a.trips: maxRows", "a.trips: unknown key", "a.trips: hidden but filled in", "a.trips[].cost: max", "a.trips[].cost: decimalDigits",
      "a.trips[].cost: notation '1e5'", "a.trips[].cost: hidden but filled in", "a.trips[].by: required, absent", "unknown variable", "a: unknown key");
    assertThat(violations.all()).filteredOn(violation -> violation.name().equals("a.trips[].cost: max")).singleElement()
      .satisfies(violation -> assertThat(checker.check(form, violation.submission(), Map.of())).extracting(FieldError::toString)
        .containsExactly("Cost (row 2 第 2 行) at most 5000 不得超過 5000"));
    violations.all().forEach(violation -> assertThat(checker.check(form, violation.submission(), Map.of())).as(violation.name())
      .anySatisfy(error -> assertThat(error.label()).contains(violation.label())));
  }

  /** Two choices for every variable that offers some. */
  private static Map<String, Object> choices(FormDefinition form) {
    return form.fields().stream().map(field -> field.definition().path("valuesKey").asText("")).filter(variable -> !variable.isEmpty()).distinct()
      .collect(Collectors.toMap(variable -> variable, variable -> List.of(Map.of("label", "王小明", "value", "C-1"), "plain")));
  }
}
