package dev.kefu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;

/** Whether people who cannot see, or use no mouse, can use what we show. */
final class Axe {

  private static final Set<String> GRAVE = Set.of("serious", "critical");

  private Axe() {
  }

  /** Fails with every serious or critical finding of axe in a part of the page. */
  static void assertAccessible(Page page, String part) {
    List<String> findings = new AxeBuilder(page).include(part).setLegacyMode(true).analyze().getViolations().stream().filter(rule -> GRAVE.contains(rule.getImpact()))
        .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + " (" + rule.getHelp() + "): " + node.getHtml())).toList();
    assertThat(findings).as("axe on " + part).isEmpty();
  }
}
