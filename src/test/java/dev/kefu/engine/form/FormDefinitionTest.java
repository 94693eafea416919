package dev.kefu.engine.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormDefinitionTest {

  @Test
  void fieldsAreFlattenedWithTheirFullPaths() {
    FormDefinition form = form("""
      {'id': 'a', 'type': 'textfield', 'key': 'need.content', 'label': 'Content 內容'},
      {'id': 'g', 'type': 'group', 'path': 'need.contact', 'components': [
        {'id': 'b', 'type': 'textfield', 'key': 'phone.mobile'},
        {'id': 'inner', 'type': 'group', 'components': [{'id': 'c', 'type': 'datetime', 'key': 'since', 'dateLabel': 'Since 自'}]}]},
      {'id': 'l', 'type': 'dynamiclist', 'path': 'training.trainingRecord', 'components': [
        {'id': 'd', 'type': 'number', 'key': 'hours', 'properties': {'classified': 'relationship-specialist'}},
        {'id': 'm', 'type': 'dynamiclist', 'path': 'people', 'components': [{'id': 'e', 'type': 'textfield', 'key': 'name'}]}]},
      {'id': 'x', 'type': 'text', 'text': 'nothing'}, {'id': 'y', 'type': 'button', 'key': 'send'}""");

    assertThat(form.id()).isEqualTo("form");
    assertThat(form.fields()).extracting(FormComponent::path).containsExactly("need.content", "need.contact.phone.mobile", "need.contact.since",
      "training.trainingRecord[].hours", "training.trainingRecord[].people[].name");
    assertThat(form.fields()).extracting(FormComponent::label).containsExactly("Content 內容", "mobile", "Since 自", "hours", "name");
    assertThat(form.roots()).containsExactly("need", "training");
    assertThat(form.classifiedFields()).extracting(FormComponent::path).containsExactly("training.trainingRecord[].hours");
    assertThat(form.field("need.content")).get().extracting(FormComponent::type).isEqualTo(ComponentType.TEXTFIELD);
    assertThat(form.field("need.nothing")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "'type': 'text', 'text': '{{ shown.need.kind }} on {{customerName}}{{}}'                     | shown.need.kind customerName",
    "'type': 'text', 'text': 'A {{#if plan.way}}by {{plan.way}}{{/if}} {{ unclosed'              | plan.way",
    "'type': 'text', 'text': '{{#loop need.items}}{{code}}: {{this.name}} {{parent.b}}{{/loop}}' | need.items.code need.items.name b",
    "'type': 'text', 'text': '{{#loop need.items}}•{{/loop}}'                                    | need.items",
    "'type': 'text', 'text': '{{#loop need.items}}{{this}}{{/loop}}'                             | need.items",
    "'type': 'text', 'text': '{{#loop a.b}}{{#loop c}}{{d}}{{/loop}}{{e}}{{/loop}}{{f}}'         | a.b.c.d a.b.e f",
    "'type': 'text', 'text': '=need.kind + \"x.y\"'                                              | need.kind",
    "'type': 'html', 'content': '<b>{{need.kind}}</b>'                                           | need.kind",
    "'type': 'separator', 'description': '{{a.b}}', 'label': '{{c}}', 'conditional': {'hide': '=d.e = null'} | d.e a.b c",
    "'type': 'image', 'source': '=a.b', 'alt': '{{c}}'                                           | a.b c",
    "'type': 'table', 'dataSource': '=need.rows'                                                 | need.rows",
    "'type': 'text', 'conditional': {'hide': '=not(a.b = \"x.y\") and count(c.d[item.e > f]) > 0'} | a.b c.d item.e f",
    "'type': 'text', 'conditional': {'hide': '=some r in need.rows satisfies r.hours > limit'}   | need.rows limit",
    "'type': 'text', 'conditional': {'hide': '=(for r in x return r.y)[1].z = (if a then b.c else d)'} | x a b.c d",
    "'type': 'text', 'conditional': {'hide': '=need.rows[1].hours > 1'}                          | need.rows.hours",
    "'type': 'text', 'conditional': {'hide': '=this.need.kind = 1 and parent = null'}            | need.kind",
    "'type': 'text', 'conditional': {'hide': '=broken ='}                                        | ``",
    "'type': 'text', 'conditional': {'hide': 'no.expression'}                                    | ``",
    "'type': 'select', 'key': 'a.b', 'valuesKey': 'matches'                                      | a.b matches",
    "'type': 'select', 'key': 'a.b', 'valuesExpression': '=offer.items'                          | a.b offer.items",
    "'type': 'number', 'key': 'a.b', 'validate': {'min': '=c.d', 'max': '=e', 'required': '=f.g'} | a.b f.g c.d e",
    "'type': 'textfield', 'key': 'a.b', 'validate': {'minLength': '=c', 'maxLength': '=d'}, 'readonly': '=e.f', 'appearance': {'suffixAdorner': '{{g}}'} | a.b e.f c d g",
    "'type': 'dynamiclist', 'path': 'a.rows', 'components': [{'id': 'r', 'type': 'number', 'key': 'hours', 'label': '{{this.kind}} {{i}}', "
      + "'conditional': {'hide': '=this.x > parent.a.y or z.w > i[1]'}}]                         | a.rows.hours a.rows.x a.y z.w a.rows.kind",
  })
  void everythingThatAFormReadsIsKnown(String component, String paths) {
    assertThat(form("{'id': 'c', " + component + "}").readPaths())
      .containsExactlyInAnyOrder(Arrays.stream(paths.split(" ")).filter(path -> !path.isEmpty()).toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "{'id': 'Field_1', 'type': 'filepicker', 'key': 'a.b'}       | Form form, component 'Field_1': unknown type 'filepicker'",
    "{'id': 'Field_1', 'type': 'expression', 'key': 'a.b'}       | Form form, component 'Field_1': unknown type 'expression'",
    "{'key': 'a.b'}                                              | Form form, component 'a.b': unknown type ''",
    "{'id': 'Field_1', 'type': 'textfield'}                      | Form form, component 'Field_1': a textfield needs a key",
    "{'id': 'Field_1', 'type': 'textfield', 'key': 'a..b'}       | Form form, component 'Field_1': 'a..b' is no path of names joined by dots",
    "{'id': 'Field_1', 'type': 'dynamiclist', 'components': []}  | Form form, component 'Field_1': a dynamiclist needs a path",
    "{'id': 'Field_1', 'type': 'dynamiclist', 'path': 'a', 'properties': {'maxRows': 'ten'}} | Form form, component 'Field_1': 'ten' is no number of rows",
    "{'id': 'Field_1', 'type': 'datetime', 'key': 'a', 'subtype': 'month'} | Form form, component 'Field_1': unknown subtype 'month', use date, time or datetime",
    "{'id': 'Field_1', 'type': 'datetime', 'key': 'a', 'timeSerializingFormat': 'x'} | Form form, component 'Field_1': unknown time format 'x', use utc_offset, utc_normalized or no_timezone",
    "{'id': 'Field_1', 'type': 'textfield', 'key': 'a', 'validate': {'validationType': 'iban'}} | Form form, component 'Field_1': unknown validation type 'iban', use a pattern",
    "{'id': 'x', 'type': 'text'}, {'id': 'x', 'type': 'text'}    | Form form, component 'x': another component has the same id",
    "{'id': 'x', 'type': 'textfield', 'key': 'a.b'}, {'id': 'y', 'type': 'number', 'key': 'a.b'}   | Component 'y': the path a.b is already taken",
    "{'id': 'x', 'type': 'textfield', 'key': 'a.b'}, {'id': 'y', 'type': 'number', 'key': 'a.b.c'} | Component 'y': the path a.b.c is already taken",
    "{'id': 'x', 'type': 'textfield', 'key': 'a.b.c'}, {'id': 'y', 'type': 'number', 'key': 'a.b'} | Component 'y': the path a.b is already taken",
  })
  void aFormThatCannotBeCheckedIsRefusedWithTheComponentsName(String components, String message) {
    assertThatThrownBy(() -> form(components)).isInstanceOf(FormDefinitionException.class).hasMessage(message);
  }

  @Test
  void anUnreadablePatternIsRefused() {
    assertThatThrownBy(() -> form("{'id': 'p', 'type': 'textfield', 'key': 'a', 'validate': {'pattern': '(('}}"))
      .isInstanceOf(FormDefinitionException.class).hasMessageStartingWith("Form form, component 'p': the pattern (( cannot be read: ");
  }

  @Test
  void whatIsNoFormIsRefused() {
    assertThatThrownBy(() -> FormDefinition.parse("{\"id\": \"x\",\n oops}")).isInstanceOf(FormDefinitionException.class)
      .hasMessageStartingWith("The form is no valid JSON: ").hasMessageEndingWith("in line 2");
    assertThatThrownBy(() -> FormDefinition.parse("{}")).isInstanceOf(FormDefinitionException.class).hasMessage("The form has no id");
    assertThatThrownBy(() -> FormDefinition.parse("[]")).isInstanceOf(FormDefinitionException.class);
    assertThatThrownBy(() -> FormDefinition.parse("")).isInstanceOf(FormDefinitionException.class);
  }

  private static FormDefinition form(String components) {
    return FormDefinition.parse("{\"id\": \"form\", \"components\": [" + components.replace("\"", "\\\"").replace('\'', '"') + "]}");
  }
}
