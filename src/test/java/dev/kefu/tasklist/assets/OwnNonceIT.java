package dev.kefu.tasklist.assets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.KefuIT;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;

/** Pages of the web applications that many people open at once: a page whose header allows another script than its own stays blank. */
@KefuIT
class OwnNonceIT {

  private static final Pattern HEADER = Pattern.compile("'nonce-([^']+)'");
  private static final Pattern PAGE = Pattern.compile("nonce=\"([^\"]+)\"");
  private static final int PEOPLE = 8;
  private static final int PAGES = 400;

  @Autowired private TestRestTemplate http;

  @Test
  void everyPageRunsItsOwnScriptsHoweverManyAreOpenedAtOnce() throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
    try {
      List<Future<Boolean>> opened = people.invokeAll(IntStream.range(0, PAGES).mapToObj(number -> (Callable<Boolean>) this::runsItsScripts).toList());
      int blank = 0;
      for (Future<Boolean> page : opened) {
        blank += page.get() ? 0 : 1;
      }
      assertThat(blank).as("blank pages of " + PAGES).isZero();
    } finally {
      people.shutdown();
    }
  }

  private boolean runsItsScripts() {
    ResponseEntity<String> page = http.getForEntity("/camunda/app/tasklist/default/", String.class);
    assertThat(page.getStatusCode().is2xxSuccessful()).isTrue();
    return first(PAGE, page.getBody()).equals(first(HEADER, page.getHeaders().getFirst("Content-Security-Policy")));
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
    return matcher.group(1);
  }
}
