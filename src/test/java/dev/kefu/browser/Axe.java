package dev.kefu.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Looks for what keeps people with disabilities from using a page. */
final class Axe {

  private static final String RUN = """
      async place => (await axe.run(place, { resultTypes: ['violations'] })).violations.filter(one => ['serious', 'critical'].includes(one.impact))
        .map(one => one.id + ': ' + one.nodes.map(node => node.html).join(' '))""";

  private Axe() {
  }

  /** Serious and critical findings below an element, each with the markup. */
  @SuppressWarnings("unchecked")
  static List<String> seriousFindings(Page page, String selector) {
    page.evaluate(script());
    return (List<String>) page.evaluate(RUN, selector);
  }

  private static String script() {
    try (InputStream file = Axe.class.getResourceAsStream("/axe.min.js")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
