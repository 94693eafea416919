package dev.kefu.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormCheckerTest {

  private final FormChecker checker = new FormChecker(Clock.systemUTC());

  @Test
  void missingRequiredFieldIsRefusedWithItsLabel() {
    FormDefinition form = FormDefinition.parse("""
      {"id": "help", "components": [
        {"type": "textfield", "id": "f1", "key": "need.content", "label": "Content 內容", "validate": {"required": true, "maxLength": 5}},
        {"type": "textfield", "id": "f2", "key": "need.other", "label": "Other", "conditional": {"hide": "=need.content != \\"x\\""}}]}""");

    assertThat(checker.check(form, Map.of(), Map.of())).containsExactly(new FieldError("need.content", "Content 內容", "is required 必填"));
    assertThat(checker.check(form, Map.of("need", Map.of("content", "a", "other", "b")), Map.of())).extracting(FieldError::path).isEqualTo(List.of("need.other"));
    assertThat(checker.check(form, Map.of("need", Map.of("content", "x", "other", "b")), Map.of())).isEmpty();
  }
}
