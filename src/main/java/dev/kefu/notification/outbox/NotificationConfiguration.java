package dev.kefu.notification.outbox;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({NotificationProperties.class, KefuProperties.class})
class NotificationConfiguration {

  /** By mail when {@code spring.mail.host} is set, else to the log. */
  @Bean
  Channel channel(ObjectProvider<JavaMailSenderImpl> mailSender, NotificationProperties properties, Clock clock) {
    JavaMailSenderImpl mail = mailSender.getIfAvailable();
    return mail == null ? new LogChannel() : new MailChannel(mail, from(properties.from()), clock);
  }

  private static InternetAddress from(String address) {
    try {
      return new InternetAddress(MailAddress.of(address)
          .orElseThrow(() -> new IllegalStateException("spring.mail.host is set, but kefu.notification.from (KEFU_MAIL_FROM) is no mail address")), true);
    } catch (AddressException e) {
      throw new IllegalStateException(e);
    }
  }
}
