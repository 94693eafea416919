package dev.kefu.notification.outbox;

import lombok.extern.slf4j.Slf4j;

/** Where no mail server is set: one line in the log, without address and text. */
@Slf4j
class LogChannel implements Channel {

  @Override
  public void deliver(Message message, Letter letter) {
    log.info("Notification {} to {} {}: {}", message.template(), message.kind(), message.recipient(), letter.subject());
  }
}
