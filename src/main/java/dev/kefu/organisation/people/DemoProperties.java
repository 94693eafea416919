package dev.kefu.organisation.people;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The demo users' password; production also needs to know it, to refuse users who still have it.
 *
 * @param password one for all
 */
@ConfigurationProperties("kefu.demo")
record DemoProperties(@DefaultValue("Welcome-2-Kefu!") String password) {
}
