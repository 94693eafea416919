package dev.kefu;

import dev.kefu.audit.AuditCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Kefu: the process engine, its web applications and the department's registers in one program. */
@SpringBootApplication
public class KefuApplication {

  public static void main(String[] args) {
    if (args.length > 0 && args[0].equals(AuditCommand.NAME)) {
      System.exit(AuditCommand.main(args));
    }
    SpringApplication.run(KefuApplication.class, args);
  }
}
