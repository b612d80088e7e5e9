"""The line front ends: plain text for people and pipes, JSON for programs."""
