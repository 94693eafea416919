package dev.kefu.survey.questionnaire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.List;
import lombok.AccessLevel;
import lombok.NoArgsConstructor;

/** A question of a stored questionnaire. */
@Embeddable
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class StoredQuestion {

  private static final ObjectMapper JSON = new ObjectMapper();

  private String code;
  @Enumerated(EnumType.STRING)
  private QuestionKind kind;
  private int topic;
  private String label;
  private boolean required;
  private boolean mayRefuse;
  private String choices;
  private BigDecimal smallest;
  private BigDecimal largest;

  StoredQuestion(Question question) {
    code = question.code();
    kind = question.kind();
    topic = question.topic();
    label = question.label();
    required = question.required();
    mayRefuse = question.mayRefuse();
    choices = question.options().isEmpty() ? null : write(question.options());
    smallest = question.smallest();
    largest = question.largest();
  }

  Question question() {
    return new Question(code, kind, topic, label, required, mayRefuse, choices == null ? List.of() : read(choices), plain(smallest), plain(largest));
  }

  static String write(List<Question.Option> options) {
    try {
      return JSON.writeValueAsString(options);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static List<Question.Option> read(String text) {
    try {
      return JSON.readValue(text, new TypeReference<List<Question.Option>>() { });
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static BigDecimal plain(BigDecimal number) {
    return number == null ? null : new BigDecimal(number.stripTrailingZeros().toPlainString());
  }
}
