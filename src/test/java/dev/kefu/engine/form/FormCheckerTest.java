package dev.kefu.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables use single quotes in JSON, and {@code |} between columns. */
class FormCheckerTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T17:00:00Z"), ZoneId.of("Asia/Shanghai"));

  private final FormChecker checker = new FormChecker(CLOCK);

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    // settings                                                       | value                        | message
    "'type': 'textfield'                                              | 'a 𠮷 😀 b'                  | ",
    "'type': 'textfield'                                              | ''                           | ",
    "'type': 'textfield'                                              | null                         | ",
    "'type': 'textfield'                                              | 5                            | must be a text 須為文字",
    "'type': 'textfield'                                              | true                         | must be a text 須為文字",
    "'type': 'textfield'                                              | ['a']                        | must be a text 須為文字",
    "'type': 'textfield'                                              | []                           | must be a text 須為文字",
    "'type': 'textfield'                                              | {'a': 1}                     | must be a text 須為文字",
    "'type': 'textfield'                                              | 'a\\nb'                      | must be one line 須為單行",
    "'type': 'textarea'                                               | 'a\\tb\\r\\nc'               | ",
    "'type': 'textarea'                                               | 'a\\u0000b'                  | has a character that cannot be stored 含有無法儲存的字元",
    "'type': 'textarea'                                               | 'a\\u007fb'                  | has a character that cannot be stored 含有無法儲存的字元",
    "'type': 'textarea'                                               | 'a\\ud842b'                  | has a character that cannot be stored 含有無法儲存的字元",
    "'type': 'textarea'                                               | 'a\\udfb7b'                  | has a character that cannot be stored 含有無法儲存的字元",
    "'type': 'textfield', 'validate': {'maxLength': 3}                | 'abc'                        | ",
    "'type': 'textfield', 'validate': {'maxLength': 3}                | 'abcd'                       | at most 3 characters 不得超過 3 字",
    "'type': 'textfield', 'validate': {'maxLength': '3'}              | 'abcd'                       | at most 3 characters 不得超過 3 字",
    "'type': 'textfield', 'validate': {'minLength': 3}                | 'ab'                         | at least 3 characters 至少 3 字",
    "'type': 'textfield', 'validate': {'minLength': 3}                | ''                           | ",
    "'type': 'textfield', 'validate': {'minLength': 3}                | '   '                        | at least 3 characters 至少 3 字",
    "'type': 'textfield', 'validate': {'required': true}              | null                         | is required 必填",
    "'type': 'textfield', 'validate': {'required': true}              | ''                           | is required 必填",
    "'type': 'textfield', 'validate': {'required': true}              | '  \\u00a0\\u3000'           | is required 必填",
    "'type': 'textfield', 'validate': {'required': 'true'}            | ''                           | is required 必填",
    "'type': 'textfield', 'validate': {'required': false}             | ''                           | ",
    "'type': 'textfield', 'validate': {'pattern': '[0-9]'}            | 'a1'                         | ",
    "'type': 'textfield', 'validate': {'pattern': '^[0-9]+$'}         | 'a1'                         | has a wrong format 格式不正確",
    "'type': 'textfield', 'validate': {'pattern': '^[0-9]+$'}         | ''                           | ",
    "'type': 'textfield', 'validate': {'pattern': '^1', 'patternErrorMessage': 'Field 欄: starts with 1.'} | '2'      | starts with 1.",
    "'type': 'textfield', 'validate': {'validationType': 'email'}     | 'wang@example.com'           | ",
    "'type': 'textfield', 'validate': {'validationType': 'email'}     | 'wang@'                      | must be an e-mail address 須為電子郵件地址",
    "'type': 'textfield', 'validate': {'validationType': 'phone'}     | '+8613800138000'             | ",
    "'type': 'textfield', 'validate': {'validationType': 'phone'}     | '13800138000'                | must be an international phone number such as +8613800138000 須為國際電話號碼，例如 +8613800138000",

    "'type': 'number'                                                 | 5                            | ",
    "'type': 'number'                                                 | -1200.5                      | ",
    "'type': 'number'                                                 | 0                            | ",
    "'type': 'number'                                                 | null                         | ",
    "'type': 'number'                                                 | '5'                          | must be a number 須為數字",
    "'type': 'number'                                                 | 'NaN'                        | must be a number 須為數字",
    "'type': 'number'                                                 | true                         | must be a number 須為數字",
    "'type': 'number'                                                 | [5]                          | must be a number 須為數字",
    "'type': 'number'                                                 | 9007199254740992             | is too large a number 數字過大",
    "'type': 'number'                                                 | 1e300                        | is too large a number 數字過大",
    "'type': 'number'                                                 | 1e-300                       | has too many digits 位數過多",
    "'type': 'number', 'validate': {'min': 1, 'max': 100}             | 0                            | at least 1 不得小於 1",
    "'type': 'number', 'validate': {'min': 1, 'max': 100}             | 1                            | ",
    "'type': 'number', 'validate': {'min': 1, 'max': 100}             | 100                          | ",
    "'type': 'number', 'validate': {'min': 1, 'max': 100}             | 100.01                       | at most 100 不得超過 100",
    "'type': 'number', 'validate': {'required': true}                 | 0                            | ",
    "'type': 'number', 'validate': {'required': true}                 | null                         | is required 必填",
    "'type': 'number', 'decimalDigits': 0                             | 5.0                          | ",
    "'type': 'number', 'decimalDigits': 0                             | 5.5                          | must be a whole number 須為整數",
    "'type': 'number', 'decimalDigits': 2                             | 5.123                        | at most 2 decimal digits 小數不得超過 2 位",
    "'type': 'number', 'increment': '0.5'                             | 1.5                          | ",
    "'type': 'number', 'increment': '0.5'                             | 1.2                          | must be a multiple of 0.5 須為 0.5 的倍數",
    "'type': 'number', 'serializeToString': true                      | '12.30'                      | ",
    "'type': 'number', 'serializeToString': true                      | '-0.5'                       | ",
    "'type': 'number', 'serializeToString': true                      | 12.3                         | must be a number such as 1200.50 須為數字，例如 1200.50",
    "'type': 'number', 'serializeToString': true                      | '1e5'                        | must be a number such as 1200.50 須為數字，例如 1200.50",
    "'type': 'number', 'serializeToString': true                      | 'NaN'                        | must be a number such as 1200.50 須為數字，例如 1200.50",
    "'type': 'number', 'serializeToString': true                      | ' 5'                         | must be a number such as 1200.50 須為數字，例如 1200.50",
    "'type': 'number', 'serializeToString': true                      | '+5'                         | must be a number such as 1200.50 須為數字，例如 1200.50",
    "'type': 'number', 'serializeToString': true                      | '0x10'                       | must be a number such as 1200.50 須為數字，例如 1200.50",
    "'type': 'number', 'serializeToString': true                      | '５'                         | must be a number such as 1200.50 須為數字，例如 1200.50",
    "'type': 'number', 'serializeToString': true, 'decimalDigits': 1  | '12.30'                      | ",
    "'type': 'number', 'serializeToString': true, 'decimalDigits': 2  | '12.301'                     | at most 2 decimal digits 小數不得超過 2 位",
    "'type': 'number', 'serializeToString': true, 'validate': {'min': 0} | '-0.01'                   | at least 0 不得小於 0",

    "'type': 'checkbox'                                               | true                         | ",
    "'type': 'checkbox'                                               | false                        | ",
    "'type': 'checkbox'                                               | null                         | ",
    "'type': 'checkbox'                                               | 'true'                       | must be yes or no 須為是或否",
    "'type': 'checkbox'                                               | ''                           | must be yes or no 須為是或否",
    "'type': 'checkbox'                                               | 1                            | must be yes or no 須為是或否",
    "'type': 'checkbox', 'validate': {'required': true}               | false                        | must be ticked 必須勾選",
    "'type': 'checkbox', 'validate': {'required': true}               | null                         | must be ticked 必須勾選",

    "'type': 'select', 'values': [{'label': 'A', 'value': 'a'}, 'b']  | 'a'                          | ",
    "'type': 'radio',  'values': [{'label': 'A', 'value': 'a'}, 'b']  | 'b'                          | ",
    "'type': 'select', 'values': [{'label': 'A', 'value': 'a'}, 'b']  | null                         | ",
    "'type': 'select', 'values': [{'label': 'A', 'value': 'a'}, 'b']  | 'A'                          | is none of the options 不在選項之內",
    "'type': 'select', 'values': [{'label': 'A', 'value': 'a'}, 'b']  | ['a']                        | is none of the options 不在選項之內",
    "'type': 'select', 'values': [{'label': 'One', 'value': 1}]       | 1.0                          | ",
    "'type': 'select', 'values': [{'label': 'One', 'value': 1}]       | '1'                          | is none of the options 不在選項之內",
    "'type': 'select', 'values': [{'label': 'No value'}]              | 'No value'                   | is none of the options 不在選項之內",
    "'type': 'select', 'valuesKey': 'matches'                         | 'C-1'                        | ",
    "'type': 'select', 'valuesKey': 'matches'                         | 'plain'                      | ",
    "'type': 'select', 'valuesKey': 'matches'                         | '王小明'                     | is none of the options 不在選項之內",
    "'type': 'select', 'valuesKey': 'nothing'                         | 'C-1'                        | is none of the options 不在選項之內",
    "'type': 'select', 'valuesKey': 'offer.items'                     | 'x'                          | is none of the options 不在選項之內",
    "'type': 'select', 'valuesExpression': '=offer.items'             | 'x'                          | ",
    "'type': 'select', 'valuesExpression': '=offer.items'             | 'z'                          | is none of the options 不在選項之內",
    "'type': 'select', 'valuesExpression': '=for o in offer.items return upper case(o)' | 'X'        | ",
    "'type': 'checklist', 'values': ['a', 'b']                        | ['b', 'a']                   | ",
    "'type': 'taglist',   'values': ['a', 'b']                        | []                           | ",
    "'type': 'taglist',   'values': ['a', 'b']                        | null                         | ",
    "'type': 'checklist', 'values': ['a', 'b']                        | ['a', 'a']                   | has an option twice 有重複的選項",
    "'type': 'checklist', 'values': ['a', 'b']                        | ['c']                        | is none of the options 不在選項之內",
    "'type': 'checklist', 'values': ['a', 'b']                        | [null]                       | is none of the options 不在選項之內",
    "'type': 'checklist', 'values': ['a', 'b']                        | 'a'                          | must be a list of options 須為選項列表",
    "'type': 'checklist', 'values': ['a', 'b']                        | ''                           | must be a list of options 須為選項列表",
    "'type': 'checklist', 'values': ['a'], 'validate': {'required': true} | []                       | is required 必填",

    "'type': 'datetime', 'subtype': 'date'                            | '2026-02-28'                 | ",
    "'type': 'datetime'                                               | '2028-02-29'                 | ",
    "'type': 'datetime', 'subtype': 'date'                            | null                         | ",
    "'type': 'datetime', 'subtype': 'date'                            | '2026-02-30'                 | must be a date such as 2026-11-26 須為日期，例如 2026-11-26",
    "'type': 'datetime', 'subtype': 'date'                            | '26.02.2026'                 | must be a date such as 2026-11-26 須為日期，例如 2026-11-26",
    "'type': 'datetime', 'subtype': 'date'                            | '2026-2-8'                   | must be a date such as 2026-11-26 須為日期，例如 2026-11-26",
    "'type': 'datetime', 'subtype': 'date'                            | '0026-02-28'                 | must be a date such as 2026-11-26 須為日期，例如 2026-11-26",
    "'type': 'datetime', 'subtype': 'date'                            | '2026-02-28T10:00'           | must be a date such as 2026-11-26 須為日期，例如 2026-11-26",
    "'type': 'datetime', 'subtype': 'date'                            | 20260228                     | must be a date such as 2026-11-26 須為日期，例如 2026-11-26",
    "'type': 'datetime', 'subtype': 'date', 'disallowPassedDates': true | '2026-11-26'               | ",
    "'type': 'datetime', 'subtype': 'date', 'disallowPassedDates': true | '2026-11-25'               | must not be before today 不得早於今天",
    "'type': 'datetime', 'subtype': 'time'                            | '23:59'                      | ",
    "'type': 'datetime', 'subtype': 'time'                            | '24:00'                      | must be a time such as 18:30 須為時間，例如 18:30",
    "'type': 'datetime', 'subtype': 'time', 'timeSerializingFormat': 'utc_offset' | '09:30+08:00'    | ",
    "'type': 'datetime', 'subtype': 'time', 'timeSerializingFormat': 'utc_offset' | '09:30'          | must be a time such as 18:30+08:00 須為時間，例如 18:30+08:00",
    "'type': 'datetime', 'subtype': 'datetime', 'timeSerializingFormat': 'utc_offset' | '2026-02-03T09:30+08:00' | ",
    "'type': 'datetime', 'subtype': 'datetime', 'timeSerializingFormat': 'utc_offset' | '2026-02-03T09:30-03:30' | ",
    "'type': 'datetime', 'subtype': 'datetime', 'timeSerializingFormat': 'utc_offset' | '2026-02-30T09:30+08:00' | must be a time such as 2026-11-26T18:30+08:00 須為時間，例如 2026-11-26T18:30+08:00",
    "'type': 'datetime', 'subtype': 'datetime', 'timeSerializingFormat': 'utc_offset' | '2026-02-03T09:30+99:00' | must be a time such as 2026-11-26T18:30+08:00 須為時間，例如 2026-11-26T18:30+08:00",
    "'type': 'datetime', 'subtype': 'datetime', 'timeSerializingFormat': 'utc_offset' | '2026-02-03T09:30'       | must be a time such as 2026-11-26T18:30+08:00 須為時間，例如 2026-11-26T18:30+08:00",
    "'type': 'datetime', 'subtype': 'datetime', 'timeSerializingFormat': 'utc_offset' | '2026-02-03'             | must be a time such as 2026-11-26T18:30+08:00 須為時間，例如 2026-11-26T18:30+08:00",
    "'type': 'datetime', 'subtype': 'datetime', 'timeSerializingFormat': 'utc_normalized' | '2026-02-03T01:30Z'  | ",
    "'type': 'datetime', 'subtype': 'datetime'                        | '2026-02-03T09:30'           | ",
    "'type': 'datetime', 'subtype': 'datetime', 'timeSerializingFormat': 'utc_offset', 'disallowPassedDates': true | '2026-11-25T23:00+08:00' | must not be before today 不得早於今天",
    "'type': 'datetime', 'subtype': 'datetime', 'timeSerializingFormat': 'utc_offset', 'disallowPassedDates': true | '2026-11-25T16:00+00:00' | ",

    "'type': 'textfield', 'disabled': true                            | 'x'                          | cannot be changed here 此處不可修改",
    "'type': 'textfield', 'disabled': true, 'validate': {'required': true} | null                    | ",
    "'type': 'textfield', 'conditional': {'hide': '=true'}            | 'x'                          | is not asked for here, leave it empty 此處不需填寫，請留空",
    "'type': 'textfield', 'conditional': {'hide': '=true'}            | ''                           | ",
    "'type': 'checkbox',  'conditional': {'hide': '=true'}            | false                        | ",
    "'type': 'checklist', 'values': ['a'], 'conditional': {'hide': '=true'} | []                     | ",
    "'type': 'textfield', 'validate': {'required': true}, 'conditional': {'hide': '=true'} | null    | ",
    "'type': 'textfield', 'validate': {'required': true}, 'conditional': {'hide': 'true'}  | null    | is required 必填",
  })
  void eachTypeTakesItsValuesAndNoOthers(String settings, String value, String message) {
    FormDefinition form = form("{'id': 'f', 'key': 'a.f', 'label': 'Field 欄', " + settings + "}");
    Map<String, Object> matches = map("{'matches': [{'label': '王小明', 'value': 'C-1'}, 'plain'], 'offer': {'items': ['x', 'y']}}");

    List<FieldError> errors = checker.check(form, map("{'a': {'f': " + value + "}}"), matches);

    assertThat(errors).isEqualTo(message == null ? List.of() : List.of(new FieldError("a.f", "Field 欄", message)));
  }

  @Test
  void textsWithoutLimitHaveAHardOne() {
    FormDefinition form = form("{'id': 'l', 'key': 'a.line', 'type': 'textfield'}, {'id': 't', 'key': 'a.text', 'type': 'textarea'}");

    assertThat(checker.check(form, Map.of("a", Map.of("line", "長".repeat(255), "text", "長".repeat(10_000))), Map.of())).isEmpty();
    assertThat(checker.check(form, Map.of("a", Map.of("line", "長".repeat(256), "text", "長".repeat(10_001))), Map.of()))
      .extracting(FieldError::message)
      .containsExactly("at most 255 characters 不得超過 255 字", "at most 10000 characters 不得超過 10000 字");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "{'a': {'f': 'x'}, 'severity': 'low'}        | severity   | is no field of this form 不是本表單的欄位",
    "{'a': {'f': 'x'}, 'a.f': 'y'}               | a.f        | is no field of this form 不是本表單的欄位",
    "{'a': {'f': 'x', 'approved': true}}         | a.approved | is no field of this form 不是本表單的欄位",
    "{'a': {'f': 'x', 'g': {'h': 'x', 'k': 1}}}  | a.g.k      | is no field of this form 不是本表單的欄位",
    "{'a': {'f': 'x', 'g': 'text'}}              | a.g        | must be an object of fields 須為欄位的集合",
    "{'a': {'f': 'x', 'g': []}}                  | a.g        | must be an object of fields 須為欄位的集合",
    "{'a': 'text'}                               | a          | must be an object of fields 須為欄位的集合",
    "{'a': [{'f': 'x'}]}                         | a          | must be an object of fields 須為欄位的集合",
    "{'a': null}                                 | a          | must be an object of fields 須為欄位的集合",
  })
  void whatTheFormDoesNotAskForIsRefused(String submitted, String path, String message) {
    FormDefinition form = form("""
      {'id': 'f', 'key': 'a.f', 'type': 'textfield'},
      {'id': 'g', 'path': 'a.g', 'type': 'group', 'components': [{'id': 'h', 'key': 'h', 'type': 'textfield'}]}""");

    assertThat(checker.check(form, map(submitted), Map.of())).containsExactly(new FieldError(path, path, message));
  }

  @Test
  void onlyTheFirstMistakesOfAFloodAreReported() {
    Map<String, Object> flood = new LinkedHashMap<>();
    for (int i = 0; i < 1_000; i++) {
      flood.put("x".repeat(1_000) + i, "y");
    }

    List<FieldError> errors = checker.check(form("{'id': 'f', 'key': 'a.f', 'type': 'textfield'}"), flood, Map.of());

    assertThat(errors).hasSize(50).allSatisfy(error -> assertThat(error.label()).hasSize(61));
  }

  @Test
  void absentFieldsAreMissingOnlyWhereRequired() {
    FormDefinition form = form("""
      {'id': 'f', 'key': 'a.f', 'type': 'textfield', 'label': 'Must', 'validate': {'required': true}},
      {'id': 'g', 'key': 'a.g', 'type': 'textfield', 'label': 'May'}""");

    assertThat(checker.check(form, Map.of(), Map.of())).extracting(FieldError::toString).containsExactly("Must is required 必填");
  }

  @Test
  void aHiddenGroupHidesAllThatIsInIt() {
    FormDefinition form = form("""
      {'id': 'way', 'key': 'a.way', 'type': 'radio', 'values': ['mail', 'visit']},
      {'id': 'g', 'type': 'group', 'conditional': {'hide': '=a.way != "visit"'}, 'components': [
        {'id': 'place', 'key': 'a.place', 'type': 'textfield', 'label': 'Place', 'validate': {'required': true}},
        {'id': 'l', 'path': 'a.guests', 'type': 'dynamiclist', 'label': 'Guests', 'properties': {'minRows': '1'}, 'components': [
          {'id': 'n', 'key': 'name', 'type': 'textfield', 'label': 'Name'}]}]}""");

    assertThat(checker.check(form, map("{'a': {'way': 'mail'}}"), Map.of())).isEmpty();
    assertThat(checker.check(form, map("{'a': {'way': 'mail', 'place': 'x', 'guests': [{'name': 'Li'}]}}"), Map.of()))
      .extracting(FieldError::label).containsExactly("Place", "Guests");
    assertThat(checker.check(form, map("{'a': {'way': 'visit'}}"), Map.of()))
      .extracting(FieldError::toString).containsExactly("Place is required 必填", "Guests at least 1 rows 至少 1 行");
  }

  @Test
  void conditionsSeeCaseVariablesUnderTheSubmittedData() {
    FormDefinition form = form("""
      {'id': 'f', 'key': 'a.f', 'type': 'textfield', 'label': 'F', 'conditional': {'hide': '=severity != "high" or a.other = "x" or b.c = "x"'}},
      {'id': 'o', 'key': 'a.other', 'type': 'textfield'}""");
    Map<String, Object> submitted = map("{'a': {'f': 'text'}}");

    assertThat(checker.check(form, submitted, map("{'severity': 'high'}"))).isEmpty();
    assertThat(checker.check(form, submitted, map("{'severity': 'high', 'a': {'other': 'x'}}"))).as("an own field counts as submitted: not at all").isEmpty();
    assertThat(checker.check(form, submitted, map("{'severity': 'high', 'b': {'c': 'x'}}"))).hasSize(1);
    assertThat(checker.check(form, submitted, Map.of())).hasSize(1);
  }

  @Test
  void aDisabledFieldIsSeenByConditionsWithTheValueThatItShows() {
    FormDefinition form = form("""
      {'id': 'k', 'key': 'a.kind', 'type': 'textfield', 'disabled': true, 'defaultValue': 'big'},
      {'id': 'f', 'key': 'a.f', 'type': 'textfield', 'label': 'F', 'conditional': {'hide': '=a.kind != "big"'}, 'validate': {'required': true}}""");

    assertThat(checker.check(form, map("{'a': {}}"), map("{'a': {'kind': 'small'}}"))).isEmpty();
    assertThat(checker.check(form, map("{'a': {}}"), Map.of())).extracting(FieldError::label).containsExactly("F");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=a.other = ", "=no such function(a.other)", "=a.other > 5", "=a.other", "=matches(a.other, 5)"})
  void aConditionThatCannotBeEvaluatedIsReportedAndShowsTheField(String hide) {
    FormDefinition form = form("{'id': 'o', 'key': 'a.other', 'type': 'textfield'},"
      + "{'id': 'f', 'key': 'a.f', 'type': 'textfield', 'label': 'F', 'validate': {'required': true}, 'conditional': {'hide': '" + hide + "'}}");

    assertThat(checker.check(form, map("{'a': {'other': 'x'}}"), Map.of())).extracting(FieldError::toString).containsExactly(
      "F has a condition that cannot be evaluated, tell the process owner 的顯示條件無法計算，請通知流程負責人", "F is required 必填");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=x.y.z > 5", "=x.y.z = 5", "=list contains(x, 1)", "=contains(x.y, 5)", "=count(x) = 0 and x.y", "=date(x.y) > today()", "=x[1].y > 2"})
  void aConditionOnMissingValuesShowsTheFieldWithoutComplaint(String hide) {
    FormDefinition form = form("{'id': 'f', 'key': 'a.f', 'type': 'textfield', 'conditional': {'hide': '" + hide + "'}}");

    assertThat(checker.check(form, map("{'a': {'f': 'x'}}"), Map.of())).isEmpty();
  }

  @Test
  void limitsMayBeExpressions() {
    FormDefinition form = form("""
      {'id': 'n', 'key': 'a.n', 'type': 'number', 'label': 'N', 'validate': {'min': '=a.low', 'max': '=limit * 2', 'required': '=a.low > 3'}},
      {'id': 'l', 'key': 'a.low', 'type': 'number'},
      {'id': 't', 'key': 'a.t', 'type': 'textfield', 'label': 'T', 'validate': {'minLength': '=a.low', 'maxLength': '=limit'}}""");

    assertThat(messages(form, "{'a': {'n': 2, 'low': 3, 't': 'ab'}}", "{'limit': 4}")).containsExactly("N at least 3 不得小於 3", "T at least 3 characters 至少 3 字");
    assertThat(messages(form, "{'a': {'n': 9, 'low': 3, 't': 'abcde'}}", "{'limit': 4}")).containsExactly("N at most 8 不得超過 8", "T at most 4 characters 不得超過 4 字");
    assertThat(messages(form, "{'a': {'low': 4}}", "{}")).containsExactly("N is required 必填");
    assertThat(messages(form, "{'a': {'n': 9}}", "{}")).isEmpty();
    assertThat(messages(form, "{'a': {'n': 9, 'low': 1}}", "{'limit': 'x'}"))
      .containsExactly("N has a limit that cannot be evaluated, tell the process owner 的限制條件無法計算，請通知流程負責人");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "[{'hours': 2}, {'hours': 3.5, 'note': 'x'}]                 | ",
    "[]                                                          | Rows at least 1 rows 至少 1 行",
    "null                                                        | Rows at least 1 rows 至少 1 行",
    "[{'hours': 1}, {'hours': 1}, {'hours': 1}, {'hours': 1}]    | Rows at most 3 rows 不得超過 3 行",
    "{'hours': 1}                                                | Rows must be a list of rows 須為多行列表",
    "'rows'                                                      | Rows must be a list of rows 須為多行列表",
    "[{'hours': 1}, 'row']                                       | Rows (row 2 第 2 行) must be a row of fields 須為一行欄位",
    "[{'hours': 1}, null]                                        | Hours 時數 (row 2 第 2 行) is required 必填",
    "[{'hours': 1}, {}]                                          | Hours 時數 (row 2 第 2 行) is required 必填",
    "[{'hours': 1}, {'hours': 9, 'reason': 'x'}]                  | Hours 時數 (row 2 第 2 行) at most 8 不得超過 8",
    "[{'hours': 1}, {'hours': 1, 'paid': true}]                  | t.rows[1].paid (row 2 第 2 行) is no field of this form 不是本表單的欄位",
    "[{'hours': 7, 'reason': 'late'}]                            | ",
    "[{'hours': 7}]                                              | Reason (row 1 第 1 行) is required 必填",
    "[{'hours': 1, 'reason': 'late'}]                            | Reason (row 1 第 1 行) is not asked for here, leave it empty 此處不需填寫，請留空",
    "[{'hours': 1, 'parts': [{'code': 'a'}, {'code': ''}]}]      | Code (row 1 第 1 行) (row 2 第 2 行) is required 必填",
  })
  void listRowsAreCheckedOneByOne(String rows, String message) {
    FormDefinition form = form("""
      {'id': 'l', 'path': 't.rows', 'type': 'dynamiclist', 'label': 'Rows', 'properties': {'minRows': '1', 'maxRows': '3'}, 'components': [
        {'id': 'h', 'key': 'hours', 'type': 'number', 'label': 'Hours 時數', 'validate': {'required': true, 'max': 8}},
        {'id': 'n', 'key': 'note', 'type': 'textfield'},
        {'id': 'r', 'key': 'reason', 'type': 'textfield', 'label': 'Reason', 'validate': {'required': true}, 'conditional': {'hide': '=this.hours = null or this.hours <= 5'}},
        {'id': 'p', 'path': 'parts', 'type': 'dynamiclist', 'label': 'Parts', 'components': [
          {'id': 'c', 'key': 'code', 'type': 'textfield', 'label': 'Code', 'validate': {'required': true}, 'conditional': {'hide': '=parent.this.hours > 6'}}]}]}""");

    assertThat(messages(form, "{'t': {'rows': " + rows + "}}", "{}")).isEqualTo(message == null ? List.of() : List.of(message));
  }

  @Test
  void aListWithoutALimitTakesTwoHundredRows() {
    FormDefinition form = form("{'id': 'l', 'path': 'a.rows', 'type': 'dynamiclist', 'label': 'Rows', 'components': [{'id': 'n', 'key': 'n', 'type': 'number'}]}");

    assertThat(checker.check(form, Map.of("a", Map.of("rows", Collections.nCopies(200, Map.of("n", 1)))), Map.of())).isEmpty();
    assertThat(checker.check(form, Map.of("a", Map.of("rows", Collections.nCopies(201, Map.of("n", 1)))), Map.of()))
      .extracting(FieldError::toString).containsExactly("Rows at most 200 rows 不得超過 200 行");
  }

  @Test
  void aFieldMayBeAVariableOfItsOwn() {
    FormDefinition form = form("{'id': 'n', 'key': 'amount', 'type': 'number', 'label': 'Amount', 'validate': {'required': true}}");

    assertThat(messages(form, "{'amount': 5}", "{}")).isEmpty();
    assertThat(messages(form, "{'amount': null}", "{}")).containsExactly("Amount is required 必填");
  }

  @Test
  void aTextAsksForAnAttachmentWhileItIsShown() {
    FormDefinition form = form("""
      {'id': 'way', 'key': 'a.way', 'type': 'radio', 'values': ['mail', 'visit']},
      {'id': 'r', 'type': 'text', 'text': '**Receipt 收據** of the hotel', 'properties': {'attachment': 'hotelReceipt'},
       'conditional': {'hide': '=a.way != "visit"'}}""");

    assertThat(checker.check(form, map("{'a': {'way': 'visit'}}"), Map.of(), kind -> false)).containsExactly(new FieldError("r",
        "Receipt 收據 of the hotel", "attach it first, in the tab Attachments 請先在「附件」分頁上傳"));
    assertThat(checker.check(form, map("{'a': {'way': 'visit'}}"), Map.of(), "hotelReceipt"::equals)).isEmpty();
    assertThat(checker.check(form, map("{'a': {'way': 'mail'}}"), Map.of(), kind -> false)).isEmpty();
    assertThat(form.attachments()).extracting(FormComponent::label).containsExactly("Receipt 收據 of the hotel");
  }

  private List<String> messages(FormDefinition form, String submitted, String caseVariables) {
    return checker.check(form, map(submitted), map(caseVariables)).stream().map(FieldError::toString).toList();
  }

  private static FormDefinition form(String components) {
    return FormDefinition.parse("{\"id\": \"form\", \"components\": [" + json(components) + "]}");
  }

  private static Map<String, Object> map(String json) {
    try {
      return JSON.readValue(json(json), new TypeReference<>() { });
    } catch (JsonProcessingException wrong) {
      throw new IllegalArgumentException(json, wrong);
    }
  }

  /** Double quotes inside a text become escaped ones, single quotes become double ones. */
  private static String json(String text) {
    return text.replace("\"", "\\\"").replace('\'', '"');
  }
}
