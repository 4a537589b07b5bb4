package dev.berth.declare;

import dev.berth.model.Name;
import dev.berth.source.SourcePoint;
import java.util.List;

/**
 * {@code fleet.yaml}, as written.
 *
 * @param settings its defaults, and its own version and image among them
 * @param environments in the order they were written
 */
public record FleetDeclaration(
    SourcePoint at,
    SettingsDeclaration settings,
    EveryAgentDeclaration everyAgent,
    List<Named<Name, EnvironmentDeclaration>> environments) {}
