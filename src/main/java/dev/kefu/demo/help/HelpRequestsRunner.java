package dev.kefu.demo.help;

import dev.kefu.demo.KefuClient;
import java.net.URI;
import java.time.Clock;
import lombok.extern.slf4j.Slf4j;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Works the help requests once, beside the running server, when Kefu is started with the profile {@code help-requests}. */
@Slf4j
@Component
@Profile("help-requests")
class HelpRequestsRunner {

  private final ServletWebServerApplicationContext server;
  private final String password;
  private final Clock clock;

  HelpRequestsRunner(ServletWebServerApplicationContext server, @Value("${kefu.demo.password}") String password, Clock clock) {
    this.server = server;
    this.password = password;
    this.clock = clock;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    URI kefu = URI.create("http://localhost:" + server.getWebServer().getPort());
    Thread worker = new Thread(() -> new HelpRequests(new KefuClient(kefu, password), clock, log::info).run(), "help-requests");
    worker.setDaemon(true);
    worker.start();
  }
}
