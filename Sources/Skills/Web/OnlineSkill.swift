/// A skill that asks a service outside of the house when somebody asks it: what Jarvis says about privacy names them.
protocol OnlineSkill {}
