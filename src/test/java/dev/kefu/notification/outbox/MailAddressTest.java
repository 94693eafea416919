package dev.kefu.notification.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

  @ParameterizedTest
  @ValueSource(strings = {"service@huaqiang.example", "wang.xiao+ming@mail.kefu.example"})
  void plainAddressIsTaken(String address) {
    assertThat(MailAddress.of(address)).contains(address);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"nobody", "@kefu.example", "a@", "a@b@c", "a@kefu.example\nBcc: b@kefu.example", "a@kefu.example\r", "a@kefu.example,b@kefu.example",
      "Name <a@kefu.example>", "a b@kefu.example", "\"a\"@kefu.example", "a@kefu..example"})
  void anythingElseIsNone(String stored) {
    assertThat(MailAddress.of(stored)).isEmpty();
  }
}
