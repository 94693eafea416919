package dev.kefu;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives a test context a fresh database: H2 in memory, or a database on the MySQL 8 that the build starts. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    if ("mysql".equals(System.getProperty("kefu.test.database"))) {
      throw new UnsupportedOperationException("MySqlServer to come");
    }
    TestPropertyValues.of("spring.datasource.url=jdbc:h2:mem:kefu-it;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=30000", "kefu.data=target/it-data").applyTo(context);
  }
}
