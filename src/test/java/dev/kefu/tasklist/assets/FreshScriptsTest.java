package dev.kefu.tasklist.assets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class FreshScriptsTest {

  @ParameterizedTest
  @ValueSource(strings = {"/camunda/app/tasklist/scripts/config.js", "/camunda/app/tasklist/scripts/kefu/cards.js",
      "/camunda/app/cockpit/styles/user-styles.css", "/camunda/app/tasklist/locales/zh.json", "/camunda/app/kefu/common.css"})
  void oursAreAskedForEveryTime(String path) throws Exception {
    assertThat(cacheControlOf(path)).isEqualTo("no-cache");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/camunda/app/tasklist/camunda-tasklist-bootstrap.js", "/camunda/lib/deps.js", "/camunda/api/kefu/cards"})
  void othersAreLeftAlone(String path) throws Exception {
    assertThat(cacheControlOf(path)).isNull();
  }

  private static String cacheControlOf(String path) throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    new FreshScripts().doFilter(new MockHttpServletRequest("GET", path), response, new MockFilterChain());
    return response.getHeader("Cache-Control");
  }
}
