package dev.kefu.organisation.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.ModelAndView;

class ErrorPagesTest {

  private final ErrorPages pages = new ErrorPages(mock(LoginThrottle.class));

  @ParameterizedTest
  @CsvSource({"500,Something went wrong on our side,系統發生錯誤", "404,There is nothing at this address,此網址沒有內容",
    "403,You may not do this,您沒有此項權限"})
  void peopleReadWhatHappenedInBothLanguages(int status, String english, String chinese) {
    ModelAndView page = (ModelAndView) pages.error(failed("/camunda/app/cockpit/", status, "text/html,*/*"));
    assertThat(page.getViewName()).isEqualTo("error");
    assertThat(page.getStatus()).extracting(code -> code.value()).isEqualTo(status);
    assertThat((String) page.getModel().get("message")).contains(english, chinese);
  }

  @ParameterizedTest
  @CsvSource({"/api/cases", "/engine-rest/task", "/camunda/api/kefu/cards"})
  void programsReadJsonWhateverTheyAccept(String path) {
    ResponseEntity<?> answer = (ResponseEntity<?>) pages.error(failed(path, 500, "text/html"));
    assertThat(answer.getStatusCode().value()).isEqualTo(500);
    assertThat(((Problem) answer.getBody()).message()).contains("Something went wrong on our side");
  }

  @Test
  void aMissingApplicationRightIsNoLostSession() {
    MockHttpServletRequest request = failed("/camunda/api/cockpit/plugin", 403, "application/json");
    request.getSession();
    assertThat(message(request)).contains("You may not do this");
    assertThat(message(failed("/camunda/api/cockpit/plugin", 403, "application/json"))).contains("Your session has ended");
  }

  private String message(MockHttpServletRequest request) {
    return ((Problem) ((ResponseEntity<?>) pages.error(request)).getBody()).message();
  }

  private static MockHttpServletRequest failed(String path, int status, String accept) {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/error");
    request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, path);
    request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
    request.addHeader("Accept", accept);
    return request;
  }
}
