package dev.kefu.survey.questionnaire;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** What form F53 asks for each topic, to begin a questionnaire with. */
final class SuggestedQuestions {

  private static final ClassPathResource FILE = new ClassPathResource("survey/suggested-questions.json");

  private SuggestedQuestions() {
  }

  static List<Question> of(Collection<Topic> topics) {
    try (InputStream in = FILE.getInputStream()) {
      List<Question> all = new ObjectMapper().readValue(in, new TypeReference<>() { });
      return all.stream().filter(question -> topics.contains(Topic.of(question.topic()))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
