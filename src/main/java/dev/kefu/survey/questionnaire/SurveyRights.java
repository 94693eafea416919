package dev.kefu.survey.questionnaire;

import dev.kefu.organisation.CurrentPerson;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Who works with answers, who checks them, and who sees figures alone. */
@Component
@RequiredArgsConstructor
public class SurveyRights {

  private final CurrentPerson person;
  private final SurveySettings settings;

  boolean mayWork() {
    return person.holdsAny(settings.workers());
  }

  boolean mayCheck() {
    return person.holdsAny(settings.checkers());
  }

  boolean mayRead() {
    return person.holdsAny(Stream.concat(settings.workers().stream(), settings.readers().stream()).toList());
  }

  /**
   * Lets those pass who see, enter and import answers.
   *
   * @throws ResponseStatusException 403 for everybody else
   */
  public void requireWork() {
    require(mayWork());
  }

  void requireCheck() {
    require(mayCheck());
  }

  void requireRead() {
    require(mayRead());
  }

  private static void require(boolean allowed) {
    if (!allowed) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN, "Surveys are for the survey section. 僅限客戶調查崗位。");
    }
  }

  /** The user id of whoever asks. */
  public String person() {
    return person.userId();
  }
}
