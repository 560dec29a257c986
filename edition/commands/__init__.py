"""What each command does, without click and without printing: a request in, a result out; one module a command."""
