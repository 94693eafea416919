package dev.kefu.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where form-js 1.8.7 in the browser and Java would decide differently, and what the server does about it. */
class BrowserDifferencesTest {

  private final FormChecker checker = new FormChecker(Clock.systemUTC());

  /** {@code $} must not match before a last line break, which only somebody without a browser can send. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "^[0-9]+$          | 123           | true",
    "^[0-9]+$          | 123\\n        | false",
    "^a\\$$            | a$            | true",
    "[$]               | $             | true",
    "^\\S+$            | a\\u3000b     | false",
    "^\\s$             | \\u00a0       | true",
    "^[^\\s@]+$        | a\\u3000b     | false",
    "^[[&&^]+$         | [&^           | true",
    "^[a-z&&[b]]$      | b             | false",
    "^\\+?\\d{7,15}$   | +13800138000  | true",
    "^[\\u4e00-\\u9fa5]{2,4}$ | 王小明  | true",
    "^\\d$             | ５            | false",
    "^.$               | \\n           | false",
  })
  void patternsFindTheSame(String pattern, String text, boolean found) {
    String value = text.replace("\\n", "\n").replace("\\u3000", "\u3000").replace("\\u00a0", "\u00a0");

    assertThat(BrowserPattern.compile(pattern).matcher(value).find()).isEqualTo(found);
  }

  /** A browser counts 𠮷 as two in a pattern, Java as one: the server is the more generous for rare characters. Lengths count two in both. */
  @Test
  void aRareCharacterIsOneInAPatternAndTwoInALength() {
    assertThat(BrowserPattern.compile("^.{1}$").matcher("𠮷").find()).isTrue();
    assertThat(refusals("'type': 'textfield', 'validate': {'maxLength': 3}", "𠮷𠮷")).containsExactly("at most 3 characters 不得超過 3 字");
  }

  /** The browser forgets blanks at the ends when it counts; they would be stored, so the server counts them. */
  @Test
  void blanksAtTheEndsCountTowardsTheGreatestLength() {
    assertThat(refusals("'type': 'textfield', 'validate': {'maxLength': 3}", "abc ")).containsExactly("at most 3 characters 不得超過 3 字");
  }

  /** The browser takes a blank text for filled in. */
  @Test
  void aBlankTextIsMissing() {
    assertThat(refusals("'type': 'textarea', 'validate': {'required': true}", " \n ")).containsExactly("is required 必填");
  }

  /** The browser knows no expression there and takes the text for yes: it always asks, the server only when the expression says so. */
  @Test
  void requiredMayBeAnExpressionOnTheServer() {
    assertThat(refusals("'type': 'textfield', 'validate': {'required': '=a.other = 1'}", "")).isEmpty();
  }

  /** The browser would compare the text "1200.00" with a number, FEEL on the server would not: such a condition has to say number(…). */
  @Test
  void aMoneyTextIsNotComparedWithANumber() {
    FormDefinition form = form("""
      {'id': 'm', 'type': 'number', 'key': 'a.amount', 'serializeToString': true},
      {'id': 'w', 'type': 'textfield', 'key': 'a.wrong', 'label': 'Wrong', 'conditional': {'hide': '=a.amount > 1000'}},
      {'id': 'r', 'type': 'textfield', 'key': 'a.right', 'label': 'Right', 'conditional': {'hide': '=number(a.amount) > 1000'}, 'validate': {'required': true}}""");

    assertThat(checker.check(form, Map.of("a", Map.of("amount", "1200.00")), Map.of()))
      .extracting(FieldError::label).containsExactly("Wrong");
    assertThat(checker.check(form, Map.of("a", Map.of()), Map.of())).extracting(FieldError::toString).containsExactly("Right is required 必填");
  }

  /** What the browser computes for these conditions was seen in feelin 3.2.0; Camunda's FEEL must say the same. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "need.kind != 'x' | false",
    "need.gone = null | true",
    "need.gone != 'a' | true",
    "not(need.kind = 'x') | false",
    "need.empty > 3 | false",
    "not(need.empty > 3) | false",
    "need.kind = 'x' and need.gone > 3 | false",
    "need.kind = 'x' or need.gone > 3 | true",
    "list contains(need.empty, 'a') | false",
    "not(list contains(need.empty, 'a')) | false",
    "count(need.list) = 0 | true",
    "need.list = [] | true",
    "need.list[1] = null | true",
    "need.n in [1..10] | true",
    "need.kind in ('x', 'y') | true",
    "if need.empty > 3 then true else false | false",
    "some r in need.list satisfies r.h > 1 | false",
    "flag | true",
    "string length(need.empty) > 3 | false",
    "need.n between 1 and 10 | true",
    "not(need.gone = true) | true",
    "contains(need.kind, 'x') | true",
    "nobody.knows = null | true",
  })
  void conditionsOnMissingValuesAreDecidedAlike(String condition, boolean hidden) throws FeelContext.Failure {
    FeelContext context = FeelContext.top(FeelContext.engine(Clock.systemUTC()), Map.of("flag", true, "need", map("kind", "x", "n", 5, "empty", null, "list", List.of())));

    assertThat(context.isMet(FeelExpression.of(condition.replace('\'', '"')))).isEqualTo(hidden);
  }

  /** form-js leaves a hole where all fields of a row are hidden, and sends no list at all when the last row is gone. */
  @Test
  void aHoleInAListIsARowWithoutValues() {
    FormDefinition form = form("""
      {'id': 'l', 'type': 'dynamiclist', 'path': 'a.rows', 'components': [
        {'id': 'n', 'type': 'number', 'key': 'n', 'conditional': {'hide': '=i[1] = 1'}, 'validate': {'required': true}}]}""");

    assertThat(checker.check(form, Map.of("a", Map.of("rows", Arrays.asList(null, Map.of("n", 1)))), Map.of())).isEmpty();
    assertThat(checker.check(form, Map.of("a", Map.of()), Map.of())).isEmpty();
  }

  /** The options of {@code valuesKey} are those that the browser was given, never what is submitted. */
  @Test
  void optionsCannotBeSubmitted() {
    FormDefinition form = form("{'id': 's', 'type': 'select', 'key': 'a.to', 'label': 'To', 'valuesKey': 'choices'}");

    assertThat(checker.check(form, Map.of("a", Map.of("to", "x"), "choices", List.of("x")), Map.of()))
      .extracting(FieldError::label).containsExactly("To", "choices");
  }

  /** The browser's number field may hold "5." or ".5"; the server wants what every reader of the JSON understands. */
  @ParameterizedTest
  @CsvSource({"5.", ".5", "-", "1_000", "'1,000'"})
  void numbersInTextsAreWrittenOut(String text) {
    assertThat(refusals("'type': 'number', 'serializeToString': true", text)).hasSize(1);
  }

  private List<String> refusals(String settings, Object value) {
    return checker.check(form("{'id': 'f', 'key': 'a.f', " + settings + "}"), Map.of("a", Map.of("f", value)), Map.of()).stream()
      .map(FieldError::message).toList();
  }

  private static FormDefinition form(String components) {
    return FormDefinition.parse("{\"id\": \"form\", \"components\": [" + components.replace('\'', '"') + "]}");
  }

  private static Map<String, Object> map(Object... namesAndValues) {
    Map<String, Object> map = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }
}
