package dev.kefu;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Kefu: the process engine, its web applications and the department's registers in one program. */
@SpringBootApplication
public class KefuApplication {

  public static void main(String[] args) {
    SpringApplication.run(KefuApplication.class, args);
  }
}
