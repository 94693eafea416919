package dev.kefu.aftersales.roster;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(ShiftHours.class)
class RosterConfiguration {
}
