package dev.kefu.demo.complaints;

import dev.kefu.demo.KefuClient;
import java.net.URI;
import lombok.extern.slf4j.Slf4j;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Works the complaints once, beside the running server, when Kefu is started with the profile {@code real-complaints}. */
@Slf4j
@Component
@Profile("real-complaints")
class RealComplaintsRunner {

  private final ServletWebServerApplicationContext server;
  private final String password;
  private final World world;

  RealComplaintsRunner(ServletWebServerApplicationContext server, @Value("${kefu.demo.password}") String password, World world) {
    this.server = server;
    this.password = password;
    this.world = world;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    URI kefu = URI.create("http://localhost:" + server.getWebServer().getPort());
    Thread worker = new Thread(() -> new RealComplaints(new KefuClient(kefu, password), world, log::info).run(), "real-complaints");
    worker.setDaemon(true);
    worker.start();
  }
}
