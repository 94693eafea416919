package dev.kefu.document.store;

import java.nio.file.Path;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** {@code kefu.document.store} chooses where contents are kept. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

  @Bean
  @ConditionalOnProperty(name = "kefu.document.store", havingValue = "files")
  AttachmentStore fileStore(Environment settings) {
    return new FileStore(Path.of(settings.getRequiredProperty("kefu.document.folder")));
  }

  @Bean
  @ConditionalOnProperty(name = "kefu.document.store", havingValue = "database")
  AttachmentStore databaseStore(JdbcTemplate jdbc, TransactionTemplate transactions) {
    return new DatabaseStore(jdbc, transactions);
  }
}
