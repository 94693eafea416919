package dev.kefu.erasure.requests;

import lombok.RequiredArgsConstructor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks on every node for what was approved; a request belongs to whoever takes it first. */
@Component
@RequiredArgsConstructor
class ErasureJob {

  private final Erasures erasures;

  @Scheduled(initialDelayString = "${kefu.erasure.look-every}", fixedDelayString = "${kefu.erasure.look-every}")
  void run() {
    erasures.work();
  }
}
