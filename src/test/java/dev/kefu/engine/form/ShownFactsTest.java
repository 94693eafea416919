package dev.kefu.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownFactsTest {

  private static final FormDefinition NEED = FormDefinition.parse("""
    {"id": "record", "components": [
      {"id": "kind", "type": "select", "key": "need.kind", "values": [{"label": "Training 培訓", "value": "training"}, {"label": "Other 其他", "value": "other"}]},
      {"id": "wants", "type": "checklist", "key": "need.wants", "values": [{"label": "Refund 退款", "value": "refund"}, {"label": "Exchange 換貨", "value": "exchange"}]},
      {"id": "customer", "type": "select", "key": "need.customer", "valuesKey": "matches"},
      {"id": "urgent", "type": "checkbox", "key": "need.urgent"},
      {"id": "due", "type": "datetime", "key": "need.due", "subtype": "date"},
      {"id": "at", "type": "datetime", "key": "need.at", "subtype": "datetime", "timeSerializingFormat": "utc_offset"},
      {"id": "local", "type": "datetime", "key": "need.local", "subtype": "datetime"},
      {"id": "amount", "type": "number", "key": "need.amount", "decimalDigits": 2, "serializeToString": true, "appearance": {"suffixAdorner": "元"}},
      {"id": "share", "type": "number", "key": "need.share", "appearance": {"suffixAdorner": "%"}},
      {"id": "count", "type": "number", "key": "need.count"},
      {"id": "content", "type": "textarea", "key": "need.content"},
      {"id": "secret", "type": "textarea", "key": "need.secret"},
      {"id": "place", "type": "textfield", "key": "need.site.place"},
      {"id": "rows", "type": "dynamiclist", "path": "need.rows", "components": [
        {"id": "what", "type": "select", "key": "what", "values": [{"label": "Part 零件", "value": "part"}]},
        {"id": "price", "type": "number", "key": "price", "decimalDigits": 2}]}]}""");

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "kind     | training                    | Training 培訓",
    "kind     | gone                        | gone",
    "customer | C-1                         | 王小明",
    "urgent   | TRUE                        | yes 是",
    "urgent   | FALSE                       | no 否",
    "due      | 2026-11-26                  | 2026-11-26",
    "at       | 2026-11-26T18:30+08:00      | 2026-11-26 18:30",
    "at       | 2026-11-26T18:30:15+00:00   | 2026-11-27 02:30",
    "at       | 2026-11-26T18:30Z           | 2026-11-27 02:30",
    "at       | soon                        | soon",
    "local    | 2026-11-26T18:30            | 2026-11-26 18:30",
    "amount   | 1234.5                      | 1,234.50 元",
    "amount   | -0.5                        | -0.50 元",
    "share    | 12.50                       | 12.5 %",
    "count    | 1000                        | 1000",
    "content  | a {{b}} <c>                 | a {{b}} <c>",
  })
  void valuesAreShownAsPeopleReadThem(String field, String stored, String shown) {
    Object value = stored.equals("TRUE") || stored.equals("FALSE") ? Boolean.valueOf(stored) : stored;
    Map<String, Object> variables = Map.of("need", Map.of(field, value), "matches", List.of(Map.of("label", "王小明", "value", "C-1")));

    assertThat(facts("{{shown.need." + field + "}}", variables).shown().get("need")).isEqualTo(Map.of(field, shown));
  }

  @Test
  void severalOptionsAreJoined() {
    assertThat(facts("{{shown.need.wants}}", Map.of("need", Map.of("wants", List.of("exchange", "refund")))).shown())
      .isEqualTo(Map.of("caseNumber", "HLP-2026-000001", "need", Map.of("wants", "Exchange 換貨、Refund 退款")));
  }

  @Test
  void onlyWhatTheFormMentionsIsShown() {
    Map<String, Object> variables = Map.of("need", Map.of("kind", "other", "secret", "s", "site", Map.of("place", "hall", "room", "9")), "severity", 3, "other", "x");

    ShownFacts facts = facts("{{shown.need.kind}} {{shown.need.site.place}} {{shown.severity}}", variables);

    assertThat(facts.shown()).isEqualTo(Map.of("caseNumber", "HLP-2026-000001", "need", Map.of("kind", "Other 其他", "site", Map.of("place", "hall")), "severity", 3));
    assertThat(facts.cut()).isEmpty();
  }

  @Test
  void whatIsMissingOrEmptyIsNullSoThatConditionsCanAskForIt() {
    ShownFacts facts = facts("{{shown.need.kind}} {{shown.need.content}} {{shown.need.wants}} {{shown.need.site.place}} {{shown.nothing}} {{shown.no.such}}",
      Map.of("need", Map.of("content", "", "wants", List.of())));

    assertThat(facts.shown().get("need")).isEqualTo(map("kind", null, "content", null, "wants", null, "site", map("place", null)));
    assertThat(facts.shown()).containsEntry("nothing", null).containsEntry("no", map("such", null));
  }

  @Test
  void listsAreShownRowByRowWithTheColumnsOfTheLoop() {
    Map<String, Object> variables = Map.of("need", Map.of("rows", List.of(Map.of("what", "part", "price", 5, "hidden", "x"), Map.of("what", "gone"))));

    assertThat(facts("{{#loop shown.need.rows}}{{what}}{{/loop}}", variables).shown().get("need"))
      .isEqualTo(Map.of("rows", List.of(Map.of("what", "Part 零件"), Map.of("what", "gone"))));
    assertThat(facts("{{#loop shown.need.rows}}{{this}}{{/loop}}", variables).shown().get("need"))
      .isEqualTo(Map.of("rows", List.of(Map.of("what", "Part 零件", "price", "5.00"), map("what", "gone", "price", null))));
    assertThat(facts("{{#loop shown.need.rows}}{{what}}{{/loop}}", Map.of()).shown().get("need")).isEqualTo(Map.of("rows", List.of()));
  }

  @Test
  void aWholeRootIsShownFieldByField() {
    Object need = facts("{{shown.need}}", Map.of("need", Map.of("kind", "other", "unknown", "x"))).shown().get("need");

    assertThat(need).asInstanceOf(InstanceOfAssertFactories.MAP).hasSize(14).doesNotContainKey("unknown").containsEntry("kind", "Other 其他");
  }

  @Test
  void rootsOfUnknownFormsStayAsTheyAre() {
    assertThat(facts("{{shown.plan.way}} {{#loop shown.plan.steps}}{{name}}{{/loop}}", Map.of("plan", Map.of("way", "visit", "cost", 5,
      "steps", List.of(Map.of("name", "a", "who", "b"))))).shown().get("plan"))
      .isEqualTo(Map.of("way", "visit", "steps", List.of(Map.of("name", "a"))));
  }

  @Test
  void variablesAreCutDownToWhatTheFormNames() {
    FormDefinition form = FormDefinition.parse("""
      {"id": "answer", "components": [
        {"id": "a", "type": "textfield", "key": "answer.text"},
        {"id": "r", "type": "dynamiclist", "path": "answer.rows", "components": [{"id": "n", "type": "number", "key": "n"}]},
        {"id": "s", "type": "select", "key": "answer.to", "valuesKey": "choices"},
        {"id": "t", "type": "text", "text": "{{need.site.place}} {{need.kind.deep}}", "conditional": {"hide": "=severity > 3 or absent.x = 1"}}]}""");
    Map<String, Object> variables = Map.of(
      "answer", Map.of("text", "a", "internal", "x", "rows", List.of(Map.of("n", 1, "m", 2))),
      "need", Map.of("site", Map.of("place", "hall", "room", "9"), "secret", "s", "kind", "plain"),
      "choices", List.of("a", "b"), "severity", 4, "password", "x");

    assertThat(ShownFacts.of(form, Map.of(), variables, "HLP-2026-000001", Clock.system(ZoneId.of("Asia/Shanghai"))).cut()).isEqualTo(Map.of(
      "answer", Map.of("text", "a", "rows", List.of(Map.of("n", 1))),
      "need", map("site", Map.of("place", "hall"), "kind", null),
      "choices", List.of("a", "b"), "severity", 4));
  }

  private static ShownFacts facts(String template, Map<String, Object> variables) {
    FormDefinition form = FormDefinition.parse("{\"id\": \"f\", \"components\": [{\"id\": \"t\", \"type\": \"text\", \"text\": \"" + template + "\"}]}");
    return ShownFacts.of(form, Map.of("need", NEED), variables, "HLP-2026-000001", Clock.system(ZoneId.of("Asia/Shanghai")));
  }

  /** A map that may hold null. */
  private static Map<String, Object> map(Object... namesAndValues) {
    Map<String, Object> map = new HashMap<>();
    List<Object> all = Arrays.asList(namesAndValues);
    for (int i = 0; i < all.size(); i += 2) {
      map.put((String) all.get(i), all.get(i + 1));
    }
    return map;
  }
}
