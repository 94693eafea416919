package dev.kefu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

@BrowserTest
class WebAppsE2E {

  @LocalServerPort private int port;
  @Value("${kefu.demo.password}") private String password;

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
  void opensAndLogsInWithoutConsoleError(String application, Browser browser) {
    try (Desk desk = new Desk(browser, port)) {
      desk.open(application);
      Desk.logIn(desk.page(), "admin", password);

      assertThat(desk.page().locator("[cam-widget-header] .account")).isVisible();
      assertThat(desk.page().locator("[cam-widget-header] .navbar-brand")).containsText("Kefu 客服");
      assertThat(desk.page().locator(".ce-eol-banner")).isHidden();
      desk.page().waitForLoadState(LoadState.NETWORKIDLE);
      desk.shot("web-app-" + application);
      assertThat(desk.consoleErrors()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
  void slowNetworkMakesThePageLateAndNotBlank(String application, Browser browser) {
    try (Desk desk = new Desk(browser, port)) {
      Page page = desk.page();
      List<Route> late = new ArrayList<>();
      page.clock().install();
      page.route("**/lib/ngDefine.js*", late::add);
      page.navigate("http://localhost:" + port + "/camunda/app/" + application + "/default/");
      page.waitForCondition(() -> !late.isEmpty());
      page.clock().fastForward(8_000);
      late.get(0).resume();

      assertThat(page.locator("input[ng-model=username]")).isVisible();
    }
  }

  @Test
  void refusedLoginSaysWhatToDo(Browser browser) {
    try (Desk desk = new Desk(browser, port)) {
      desk.open("tasklist");
      Desk.logIn(desk.page(), "nobody-here", "wrong");

      assertThat(desk.page().locator(".alert-danger")).containsText("try again");
      desk.shot("login-refused");
    }
  }
}
